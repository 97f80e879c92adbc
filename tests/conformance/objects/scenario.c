/* SPDX-License-Identifier: MIT */
/* Timers (O), DPCs and work items (N), the life of objects (P): the driver's checks under a tested device. */
#include "../puppet/user.h"

static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};

#define OBJECT_SCENARIO(name)                                                                                          \
    SCENARIO(name)                                                                                                     \
    {                                                                                                                  \
        puppet_start(&config);                                                                                         \
        DRIVER_CHECK(#name, 0);                                                                                        \
    }

OBJECT_SCENARIO(N8_enqueue_says_whether_it_was_queued)
OBJECT_SCENARIO(N9_cancel)
OBJECT_SCENARIO(N10_enqueue)
OBJECT_SCENARIO(N11_flush)
OBJECT_SCENARIO(N12_deletion)
OBJECT_SCENARIO(N12_deletion_in_its_own_callback)
OBJECT_SCENARIO(O2_creating_does_not_start)
OBJECT_SCENARIO(O3_due_time_then_period)
OBJECT_SCENARIO(O3_absolute_due_time)
OBJECT_SCENARIO(O4_start_after_expiry)
OBJECT_SCENARIO(O5_what_stop_returns)
OBJECT_SCENARIO(O6_stop_waits_if_asked)
OBJECT_SCENARIO(O8_a_callback_starts_its_timer_again)
OBJECT_SCENARIO(O9_level_of_the_callback)
OBJECT_SCENARIO(O11_tolerable_delay)
OBJECT_SCENARIO(O12_a_high_resolution_timer)
OBJECT_SCENARIO(O13_P7_deletion_waits_for_a_running_callback)
OBJECT_SCENARIO(O14_a_timer_stops_with_its_parent)
OBJECT_SCENARIO(P1_delete_then_the_last_dereference)
OBJECT_SCENARIO(P6_P10_deletion_at_dispatch)
OBJECT_SCENARIO(P8_the_context_can_be_read_in_destroy)
OBJECT_SCENARIO(A14_E22_deletion_waits_for_a_callback_on_a_worker)
OBJECT_SCENARIO(A14_E22_deletion_waits_without_a_lock_too)
OBJECT_SCENARIO(A14_E22_a_queue_is_deleted_in_its_own_callback_on_a_worker)
OBJECT_SCENARIO(P7_a_dpc_that_goes_on_by_itself_can_be_deleted)
OBJECT_SCENARIO(O6_stop_waits_for_a_callback_that_starts_its_timer_again)
