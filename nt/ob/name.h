/* SPDX-License-Identifier: MIT */
#ifndef KMDOCK_NT_OB_NAME_H
#define KMDOCK_NT_OB_NAME_H

void ob_names_init(void);

#endif
