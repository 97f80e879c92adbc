// SPDX-License-Identifier: MIT
// The same driver as C++: Microsoft's compiler takes one for the other, and so must the headers.
#include "style_driver.c"
