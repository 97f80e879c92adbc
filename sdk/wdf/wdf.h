/* SPDX-License-Identifier: MIT */
/* wdf.h: all that a KMDF driver includes. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDF_H
#define KMDOCK_WDF_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"
#include "wdfstatus.h"
#include "wdfverifier.h"
#include "wdfassert.h"
#include "wdfobject.h"
#include "wdfcore.h"
#include "wdfsync.h"
#include "wdfdriver.h"
#include "wdfmemory.h"
#include "wdfstring.h"
#include "wdfcollection.h"
#include "wdfregistry.h"
#include "wdfrequest.h"
#include "wdffileobject.h"
#include "wdfio.h"
#include "wdfiotarget.h"
#include "wdftimer.h"
#include "wdfdpc.h"
#include "wdfworkitem.h"
#include "wdfinterrupt.h"
#include "wdfresource.h"
#include "wdfqueryinterface.h"
#include "wdfdevice.h"
#include "wdffdo.h"
#include "wdfpdo.h"
#include "wdfchildlist.h"
#include "wdfcontrol.h"
#include "wdfdmaenabler.h"
#include "wdfdmatransaction.h"
#include "wdfcommonbuffer.h"
#include "wdfwmi.h"
#include "wdfroletypes.h"
#include "wdfpool.h"

#endif
