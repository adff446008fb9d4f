# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The cheapest move of a table that changes one cell and leaves every sum as it is.

A bounded dual simplex that starts from the empty basis (one fixed logical variable per equation). Costs are
never negative, so that this basis is dual feasible, its inverse is the identity, and only the few equations
that the move meets are ever touched: the work grows with the length of the move, not with the table.
Variable v < m raises cell v, variable m + v lowers it. The inverse is kept as a product of etas.

Packed arrays:
    model  row_start, row_cell, row_sign, column_start, column_row, column_sign
    whole  basic (rows), state (2 m; 0 at zero, 1 at its room, 2 basic), active (rows), active mark (rows),
           row list (rows), row mark (rows), cell list (m), cell mark (m), entered (room for pivots)
    real   value (rows), inverse row (rows), column (rows), tableau row (m), reduced (2 m), weight (rows)
    eta    starts, pivot row, index, and in a float array of its own the factors
"""

import numpy as np

from baken.methods._compiled import compiled

_MODEL = "UniTuple(int64[::1], 6)"
_WHOLE = "UniTuple(int64[::1], 9)"
_REAL = "UniTuple(float64[::1], 6)"
_ETA = "UniTuple(int64[::1], 3)"
Whole = tuple[np.ndarray, ...]
Real = tuple[np.ndarray, ...]

NONE = -1
"""There is no such move."""
GAVE_UP = -2
"""The search ran out of room or of pivots."""
DEAR = -4
"""Every move costs more than the limit."""
BROKEN = -3
"""The cheapest move is no whole move, nor a fraction of one that the room allows."""
_ZERO = 1e-9
_OFF = 1e-7
_MULTIPLES = 12


@compiled(f"int64({_WHOLE}, {_REAL}, float64[::1], int64)")
def _leaving(whole: Whole, real: Real, room: np.ndarray, actives: int) -> int:
    """The position that is furthest outside its bounds, by the weights of Devex pricing, or -1."""
    basic, active, value, weight = whole[0], whole[2], real[0], real[5]
    found, worst = -1, 0.0
    for at in range(actives):
        position = active[at]
        variable, here = basic[position], value[position]
        if variable >= len(room):
            off = abs(here)
        elif here < 0.0:
            off = -here
        else:
            off = here - room[variable]
        if off > _OFF and off * off > worst * weight[position]:
            found, worst = position, off * off / weight[position]
    return found


@compiled(f"int64({_WHOLE}, {_REAL}, {_ETA}, float64[::1], UniTuple(int64, 2))")
def _inverse_row(whole: Whole, real: Real, eta: Whole, factor: np.ndarray, at: tuple[int, int]) -> int:
    """Fill the row of the inverse of a position; return how many rows are listed."""
    position, etas = at
    listed, mark, row = whole[4], whole[5], real[1]
    starts, pivots, index = eta
    listed[0], mark[position], row[position], length = position, 1, 1.0, 1
    for one in range(etas - 1, -1, -1):
        total = 0.0
        for k in range(starts[one], starts[one + 1]):
            total += row[index[k]] * factor[k]
        pivot = pivots[one]
        row[pivot] = total
        if total != 0.0 and mark[pivot] == 0:
            mark[pivot] = 1
            listed[length] = pivot
            length += 1
    return length


@compiled(f"int64({_MODEL}, {_WHOLE}, {_REAL}, int64)")
def _tableau_row(model: Whole, whole: Whole, real: Real, rows: int) -> int:
    """Multiply the row of the inverse with the equations; wipe that row; return how many cells are listed."""
    start, cells, sign = model[0], model[1], model[2]
    row_list, row_mark, listed, mark = whole[4], whole[5], whole[6], whole[7]
    row, alpha = real[1], real[3]
    length = 0
    for at in range(rows):
        here = row_list[at]
        weight = row[here]
        row_mark[here], row[here] = 0, 0.0
        if abs(weight) > _ZERO:
            for k in range(start[here], start[here + 1]):
                cell = cells[k]
                if mark[cell] == 0:
                    mark[cell] = 1
                    listed[length] = cell
                    length += 1
                alpha[cell] += weight * sign[k]
    return length


@compiled(f"int64({_WHOLE}, {_REAL}, float64[::1], int64, boolean)")
def _entering(whole: Whole, real: Real, room: np.ndarray, cells: int, rising: bool) -> int:
    """The variable that may enter at the least reduced cost per step, or -1."""
    state, listed, alpha, reduced = whole[1], whole[6], real[3], real[4]
    m = len(alpha)
    found, least, size = -1, np.inf, 0.0
    for at in range(cells):
        cell = listed[at]
        if abs(alpha[cell]) <= _ZERO:
            continue
        for side in range(2):
            variable = cell + side * m
            if room[variable] <= 0.0 or state[variable] == 2:
                continue
            rate = alpha[cell] if side == 0 else -alpha[cell]
            if ((rate < 0.0) == (state[variable] == 0)) != rising:
                continue
            ratio = abs(reduced[variable] / rate)
            if ratio < least - 1e-12 or (ratio <= least + 1e-12 and abs(rate) > size):
                found, least, size = variable, min(ratio, least), abs(rate)
    return found


@compiled(f"float64({_WHOLE}, {_REAL}, int64, int64)")
def _repriced(whole: Whole, real: Real, cells: int, entering: int) -> float:
    """Bring the reduced costs up to date and wipe the tableau row; return the dual step."""
    state, listed, mark, alpha, reduced = whole[1], whole[6], whole[7], real[3], real[4]
    m = len(alpha)
    rate = alpha[entering] if entering < m else -alpha[entering - m]
    step = reduced[entering] / rate
    for at in range(cells):
        cell = listed[at]
        if state[cell] != 2:
            reduced[cell] -= step * alpha[cell]
        if state[cell + m] != 2:
            reduced[cell + m] += step * alpha[cell]
        mark[cell], alpha[cell] = 0, 0.0
    reduced[entering] = 0.0
    return float(step)


@compiled(f"void({_WHOLE}, {_REAL}, int64)")
def _wiped(whole: Whole, real: Real, cells: int) -> None:
    for at in range(cells):
        whole[7][whole[6][at]] = 0
        real[3][whole[6][at]] = 0.0


@compiled(f"int64({_MODEL}, {_WHOLE}, {_REAL}, UniTuple(int64, 2), {_ETA}, float64[::1])")
def _column(
    model: Whole, whole: Whole, real: Real, at: tuple[int, int], eta: Whole, factor: np.ndarray
) -> int:
    """Fill the column of a variable in terms of the basis; return how many rows are listed."""
    variable, etas = at
    start, rows, sign = model[3], model[4], model[5]
    listed, mark, column = whole[4], whole[5], real[2]
    starts, pivots, index = eta
    m = len(real[3])
    cell, way = (variable, 1.0) if variable < m else (variable - m, -1.0)
    length = 0
    for k in range(start[cell], start[cell + 1]):
        column[rows[k]] = way * sign[k]
        mark[rows[k]] = 1
        listed[length] = rows[k]
        length += 1
    for one in range(etas):
        pivot = pivots[one]
        part = column[pivot]
        if part == 0.0:
            continue
        column[pivot] = 0.0
        for k in range(starts[one], starts[one + 1]):
            here = index[k]
            if mark[here] == 0:
                mark[here] = 1
                listed[length] = here
                length += 1
            column[here] += factor[k] * part
    return length


@compiled(f"int64({_WHOLE}, {_REAL}, UniTuple(int64, 4), {_ETA}, float64[::1], float64)")
def _pivoted(
    whole: Whole, real: Real, at: tuple[int, int, int, int], eta: Whole, factor: np.ndarray, step: float
) -> int:
    """Take the step in the basic values, keep the eta, wipe the column; return how many are active, or -1."""
    rows, position, etas, actives = at
    active, active_mark, listed, mark = whole[2], whole[3], whole[4], whole[5]
    value, column, weight = real[0], real[2], real[5]
    starts, pivots, index = eta
    pivot, heavy = column[position], weight[position]
    fill = starts[etas]
    if fill + rows > len(index) or etas + 1 >= len(pivots):
        actives = -1
    else:
        pivots[etas] = position
    for k in range(rows):
        here = listed[k]
        part = column[here]
        column[here], mark[here] = 0.0, 0
        if abs(part) <= _ZERO or actives < 0:
            continue
        value[here] -= step * part
        if active_mark[here] == 0:
            active_mark[here] = 1
            active[actives] = here
            actives += 1
        weight[here] = max(weight[here], heavy * (part / pivot) ** 2)
        index[fill] = here
        factor[fill] = 1.0 / pivot if here == position else -part / pivot
        fill += 1
    weight[position] = max(heavy / pivot**2, 1.0)
    if actives >= 0:
        starts[etas + 1] = fill
    return actives


@compiled(f"int64({_MODEL}, {_WHOLE}, {_REAL}, float64[::1], int64, float64)")
def _begun(model: Whole, whole: Whole, real: Real, cost: np.ndarray, cell: int, amount: float) -> int:
    """The empty basis, with the sums that the wanted change leaves open; return how many are active."""
    start, rows, sign = model[3], model[4], model[5]
    basic, state, active, active_mark = whole[0], whole[1], whole[2], whole[3]
    value, reduced = real[0], real[4]
    reduced[:] = cost
    real[5][:] = 1.0
    state[:] = 0
    actives = 0
    for k in range(start[cell], start[cell + 1]):
        value[rows[k]] = -amount * sign[k]
        active_mark[rows[k]] = 1
        active[actives] = rows[k]
        actives += 1
    for row in range(len(basic)):
        basic[row] = len(state) + row
    state[cell], state[cell + len(state) // 2] = 2, 2
    return actives


@compiled(
    f"int64({_MODEL}, {_WHOLE}, {_REAL}, float64[::1], {_ETA}, float64[::1], UniTuple(int64, 3),float64[::1])"
)
def _turned(
    model: Whole,
    whole: Whole,
    real: Real,
    room: np.ndarray,
    eta: Whole,
    factor: np.ndarray,
    at: tuple[int, int, int],
    worth: np.ndarray,
) -> int:
    """One pivot; return how many positions are active now, or why there is none.

    ``worth`` holds what each move costs at least, as far as the search knows; it never falls.
    """
    position, etas, actives = at
    basic, state, entered, value, reduced = whole[0], whole[1], whole[8], real[0], real[4]
    out, limit = basic[position], 0.0
    if out < len(room) and value[position] > 0.0:
        limit = room[out]
    rows = _inverse_row(whole, real, eta, factor, (position, etas))
    cells = _tableau_row(model, whole, real, rows)
    entering = _entering(whole, real, room, cells, value[position] < limit)
    if entering < 0:
        _wiped(whole, real, cells)
        return NONE
    price = _repriced(whole, real, cells, entering)
    rows = _column(model, whole, real, (entering, etas), eta, factor)
    worth[0] += abs(price * (value[position] - limit))
    step = (value[position] - limit) / real[2][position]
    actives = _pivoted(whole, real, (rows, position, etas, actives), eta, factor, step)
    if actives < 0:
        return GAVE_UP
    value[position] = (room[entering] if state[entering] == 1 else 0.0) + step
    if out < len(room):
        reduced[out] = -price
        state[out] = 1 if limit > 0.0 else 0
    basic[position], state[entering], entered[etas] = entering, 2, entering
    return actives


@compiled(f"int64({_WHOLE}, {_REAL}, float64[::1], UniTuple(int64, 2), int64[::1], float64[::1])")
def _told(
    whole: Whole, real: Real, room: np.ndarray, at: tuple[int, int], cells: np.ndarray, moves: np.ndarray
) -> int:
    """Write which cells move and by how much, after the wanted one; wipe the basis; return how many."""
    etas, actives = at
    basic, state, active, active_mark, entered = whole[0], whole[1], whole[2], whole[3], whole[8]
    value, gathered, mark = real[0], real[3], whole[7]
    m, length = len(gathered), 1
    for turn in range(etas + actives):
        if turn < etas:
            variable = entered[turn]
            amount = room[variable] if state[variable] == 1 else 0.0
            if state[variable] == 1:
                state[variable] = 0
        else:
            position = active[turn - etas]
            variable, amount = basic[position], value[position]
            active_mark[position], value[position] = 0, 0.0
        if variable >= len(room) or abs(amount) <= _OFF:
            continue
        cell = variable if variable < m else variable - m
        if mark[cell] == 0:
            mark[cell] = 1
            cells[length] = cell
            length += 1
        gathered[cell] += amount if variable < m else -amount
    for k in range(1, length):
        moves[k] = gathered[cells[k]]
        gathered[cells[k]], mark[cells[k]] = 0.0, 0
    return length


@compiled("int64(int64[::1], float64[::1], float64[::1], int64)")
def _whole_move(cells: np.ndarray, moves: np.ndarray, room: np.ndarray, length: int) -> int:
    """Scale a move up to whole numbers within the room; return its length, or that it cannot be."""
    m = len(room) // 2
    for multiple in range(1, _MULTIPLES + 1):
        fits = True
        for k in range(length):
            moved = moves[k] * multiple
            off = abs(moved - round(moved))
            limit = room[cells[k]] if moved > 0 else room[cells[k] + m]
            if off > 1e-6 or (k > 0 and abs(moved) > limit + 1e-6):
                fits = False
                break
        first = moves[0] * multiple
        if first < 0 and -first > room[cells[0] + m] + 1e-6:
            return BROKEN
        if fits:
            for k in range(length):
                moves[k] = round(moves[k] * multiple)
            return length
    return BROKEN


@compiled(
    f"int64({_MODEL}, UniTuple(float64[::1], 2), Tuple((int64, float64, boolean, float64)), {_WHOLE},"
    f"{_REAL}, {_ETA}, float64[::1], Tuple((int64[::1], float64[::1])))"
)
def cheapest(
    model: Whole,
    prices: tuple[np.ndarray, np.ndarray],
    wanted: tuple[int, float, bool, float],
    whole: Whole,
    real: Real,
    eta: Whole,
    factor: np.ndarray,
    out: tuple[np.ndarray, np.ndarray],
) -> int:
    """Write the cheapest move in which the wanted cell moves by the wanted amount; return its length.

    ``prices`` are the cost and the room of each variable (2 m each); a cell whose room is zero stays where it
    is. ``wanted`` is the cell, the amount (negative: down), whether the move must be of whole numbers, and
    what it may cost: the search stops as soon as it sees that every move costs more.
    Work arrays come and go empty. A negative answer says that there is none, or why none was found.
    """
    cost, room = prices
    cell, amount, only_whole, most_worth = wanted
    cells, moves = out
    limit = room[cell] if amount > 0 else room[cell + len(real[3])]
    if abs(amount) > limit + _ZERO:
        return NONE
    actives, etas, answer = _begun(model, whole, real, cost, cell, amount), 0, 0
    most = min(len(whole[8]), len(eta[1])) - 1
    eta[0][0] = 0
    worth = np.zeros(1)
    while answer == 0:
        position = _leaving(whole, real, room, actives)
        if position < 0:
            break
        turned = (
            GAVE_UP
            if etas >= most
            else _turned(model, whole, real, room, eta, factor, (position, etas, actives), worth)
        )
        if turned < 0:
            answer = turned
        else:
            actives = turned
            etas += 1
            if worth[0] > most_worth:
                answer = DEAR
    length = _told(whole, real, room, (etas, actives), cells, moves)
    cells[0], moves[0] = cell, amount
    if answer < 0:
        return answer
    return _whole_move(cells, moves, room, length) if only_whole else length
