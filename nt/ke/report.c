/* SPDX-License-Identifier: MIT */
/* How nt/ says that something is wrong: bug checks and reports with a sentence. */
#include "nt/nt.h"
#include "nt/rtl/format.h"

struct machine_page *nt_page;

_Static_assert(offsetof(struct machine_page, irql) == 20, "the checks that exports.py generates read it there");
enum { SENTENCE_MAX = 512, IMAGES_MAX = 64 };

/* The images that addresses were found in, so that a name costs no call to the machine twice. */
static struct machine_image images[IMAGES_MAX];
static unsigned image_count, image_last;

static const struct machine_image *image_find(const void *address)
{
    const char *at = address;
    for (unsigned i = 0; i < image_count; i++) {
        const struct machine_image *image = &images[i];
        if (at >= (char *)image->base && at < (char *)image->base + image->size) {
            image_last = i;
            return image;
        }
    }
    struct machine_image found;
    if (!machine_image_of(address, &found))
        return NULL;
    if (image_count == IMAGES_MAX)
        image_count = 0; /* the cache starts anew; the machine still knows them all */
    image_last = image_count;
    images[image_count++] = found;
    return &images[image_last];
}

const struct machine_image *nt_image_of(const void *address)
{
    const struct machine_image *image = &images[image_last];
    if (nt_likely((uintptr_t)address - (uintptr_t)image->base < image->size))
        return image;
    return image_find(address);
}

void nt_image_forget(const void *base)
{
    for (unsigned i = 0; i < image_count; i++) {
        if (images[i].base == base) {
            images[i] = images[--image_count];
            memset(&images[image_count], 0, sizeof(images[image_count]));
            image_last = 0;
            return;
        }
    }
}

const char *nt_image_name(const void *address)
{
    const struct machine_image *image = nt_image_of(address);
    return image != NULL ? image->name : "?";
}

void nt_point_told(uint32_t kind, const void *object)
{
    if ((nt_page->flags & MACHINE_EXPLORE) != 0 || nt_page->irql < DISPATCH_LEVEL)
        machine_point(kind, object);
}

__attribute__((noreturn)) static void bugcheck_tell(const struct machine_bugcheck *bugcheck)
{
    machine_bugcheck(bugcheck);
    for (;;)
        __builtin_trap(); /* the machine never comes back from a bug check */
}

void nt_bugcheck(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4, const char *rule, const void *object,
                 const char *sentence, ...)
{
    char text[SENTENCE_MAX];
    va_list arguments;
    va_start(arguments, sentence);
    rtl_vformat(text, sizeof(text), sentence, arguments);
    va_end(arguments);
    struct machine_bugcheck bugcheck = {
        .code = code,
        .parameters = {p1, p2, p3, p4},
        .rule = rule,
        .sentence = text,
        .object = object,
    };
    bugcheck_tell(&bugcheck);
}

void nt_bugcheck_plain(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4, const char *rule,
                       const char *sentence)
{
    struct machine_bugcheck bugcheck = {
        .code = code,
        .parameters = {p1, p2, p3, p4},
        .rule = rule,
        .sentence = sentence,
    };
    bugcheck_tell(&bugcheck);
}

void nt_report(const char *rule, uint32_t stack, const char *sentence, ...)
{
    char text[SENTENCE_MAX];
    va_list arguments;
    va_start(arguments, sentence);
    rtl_vformat(text, sizeof(text), sentence, arguments);
    va_end(arguments);
    machine_report(rule, text, stack);
}

void nt_log(const char *format, ...)
{
    char text[SENTENCE_MAX] = "nt: ";
    enum { PREFIX = 4 };
    va_list arguments;
    va_start(arguments, format);
    size_t length = rtl_vformat(text + PREFIX, sizeof(text) - PREFIX - 1, format, arguments);
    va_end(arguments);
    if (length > sizeof(text) - PREFIX - 2)
        length = sizeof(text) - PREFIX - 2;
    text[PREFIX + length] = '\n';
    machine_log(text, PREFIX + length + 1);
}

void nt_assert_failed(const char *expression, const char *sentence, const char *file, int line)
{
    nt_bugcheck(KMDOCK_INTERNAL_ERROR, (ULONG64)(uintptr_t)file, (ULONG64)line, 0, 0, NULL, NULL,
                "%s (Kmdock's own kernel: %s does not hold, %s:%d)", sentence, expression, file, line);
}

void nt_irql_wrong(const char *function, KIRQL max, const void *caller)
{
    static const char *const names[] = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL"};
    KIRQL at = nt_irql();
    nt_bugcheck(IRQL_NOT_LESS_OR_EQUAL, (ULONG64)(uintptr_t)caller, at, 0, (ULONG64)(uintptr_t)caller, "WrongIrql",
                NULL, "%s called %s at IRQL %d (%s); it may be called at %s at most.", nt_image_name(caller), function,
                at, at < nt_countof(names) ? names[at] : "a device's level",
                max < nt_countof(names) ? names[max] : "?");
}

void nt_null_argument(const char *function, const char *argument, const void *caller)
{
    nt_bugcheck(SYSTEM_SERVICE_EXCEPTION, (ULONG64)(ULONG)STATUS_ACCESS_VIOLATION, (ULONG64)(uintptr_t)caller, 0, 0,
                "NullCall", NULL, "%s called %s with %s = NULL, which it must not.", nt_image_name(caller), function,
                argument);
}

void nt_missing(const char *function, const void *caller)
{
    nt_bugcheck(SYSTEM_SERVICE_EXCEPTION, (ULONG64)(ULONG)STATUS_NOT_IMPLEMENTED, (ULONG64)(uintptr_t)caller, 0, 0,
                NULL, NULL, "%s called %s, which Kmdock does not have yet (docs/status.md lists what is there).",
                nt_image_name(caller), function);
}

extern const char nt_stubs_begin[], nt_stubs_end[]; /* generated by exports.py */

bool nt_is_missing(const void *address)
{
    return (const char *)address >= nt_stubs_begin && (const char *)address < nt_stubs_end;
}
