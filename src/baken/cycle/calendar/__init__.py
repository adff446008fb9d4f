# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of the cycle, without a database and without a clock: a question names its day.

    moments     one moment, and how it stands on a day
    words       loose words of time as days, by the rules of the country
    statements  what a document says about adoptions, as moments
    terms       programmes and plans with their terms: which one holds, and where there is none
    phase       how far the running programme is
    duties      the timers of the law, with their warnings
    generate    all moments of one cycle
    tasks       what leads to the next programme
    plans       plans against the rule how often they are made, and the steps that each one takes
    releases    when figures are expected
    conflicts   moments that cannot all be true, or come in the wrong order
    questions   until when a question of the council can be answered
    collect     what is known, and all moments brought together
    said        sentences and findings about duties and gaps
    findings    the form of what the calendar finds
    view        all of this on one day

A day counts as passed from the next day on; what is dated after the day that is asked about is not known yet.
"""
