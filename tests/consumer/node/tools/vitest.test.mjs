import * as e2ee from "infisical-e2ee";
import { expect, test } from "vitest";

import { check } from "./check.cjs";

test("the package works in vitest", () => check(e2ee, expect));
