// SPDX-License-Identifier: MIT
#pragma once

#define RELAY_BUFFER_MAX    (64 * 1024)
#define RELAY_PERIOD_MS     (2L)
