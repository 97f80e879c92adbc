/* SPDX-License-Identifier: MIT */
/* The host's <stdlib.h>, with Microsoft's additions. */
#include "kmdock_msvc.h"
#include_next <stdlib.h>
#include "kmdock_stdlib.h"
