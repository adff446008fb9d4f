// SPDX-FileCopyrightText: 2026 The Baken authors
// SPDX-License-Identifier: EUPL-1.2
// Check the pages whose paths come on standard input with html-validate; print what is wrong, one on each line.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { HtmlValidate } = createRequire(process.argv[2] + "/")("html-validate");
const checker = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  for (const one of checker.validateFileSync(path).results.flatMap((result) => result.messages)) {
    console.log(`${path}:${one.line}:${one.column}: ${one.message} (${one.ruleId})`);
  }
}
