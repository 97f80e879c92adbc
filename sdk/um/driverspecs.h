/* SPDX-License-Identifier: MIT */
/* Annotation names of drivers that headers shared with apps may carry; all empty. */
#ifndef KMDOCK_DRIVERSPECS_H
#define KMDOCK_DRIVERSPECS_H

#include "sal.h"

#define __drv_aliasesMem
#define __drv_constant
#define __drv_dispatchType_other
#define __drv_inTry
#define __drv_interlocked
#define __drv_isCancelIRQL
#define __drv_isObjectPointer
#define __drv_nonConstant
#define __drv_notInTry
#define __drv_notPointer
#define __drv_restoresIRQL
#define __drv_sameIRQL
#define __drv_savesIRQL
#define __drv_useCancelIRQL
#define __drv_acquiresCriticalRegion(...)
#define __drv_acquiresResource(...)
#define __drv_allocatesMem(...)
#define __drv_at(...)
#define __drv_callbackType(...)
#define __drv_clearDoInit(...)
#define __drv_completionType(...)
#define __drv_deref(...)
#define __drv_dispatchType(...)
#define __drv_freesMem(...)
#define __drv_fun(...)
#define __drv_functionClass(...)
#define __drv_in(...)
#define __drv_innerMustHoldGlobal(...)
#define __drv_maxIRQL(...)
#define __drv_minIRQL(...)
#define __drv_mustHold(...)
#define __drv_neverHold(...)
#define __drv_out(...)
#define __drv_preferredFunction(...)
#define __drv_raisesIRQL(...)
#define __drv_releasesResource(...)
#define __drv_reportError(...)
#define __drv_requiresIRQL(...)
#define __drv_ret(...)
#define __drv_setsIRQL(...)
#define __drv_strictType(...)
#define __drv_strictTypeMatch(...)
#define __drv_valueIs(...)
#define __user_code
#define __kernel_code
#define __kernel_driver
#define _Kernel_driver_
#define _User_code_

#endif
