/* SPDX-License-Identifier: MIT */
/* Feeds the PE loader whatever libFuzzer comes up with: parse, place, relocate, bind, look exports up. */
#include "machine/pe.h"

#include <stdlib.h>
#include <string.h>

/* Some imports exist, others do not, as in life; deterministic by name. */
static enum pe_bound resolve(void *user, const char *module, const char *name, uint32_t ordinal, uint64_t *ret_address)
{
    (void)user;
    if (module[0] == 'x') {
        return PE_MODULE_MISSING;
    }
    if (name ? name[0] == 'y' : ordinal == 1) {
        return PE_NAME_MISSING;
    }
    *ret_address = 0x4141414141414141;
    return PE_BOUND;
}

static void look_up(const struct pe *pe, const struct pe_view *view)
{
    const char *forwarder;
    uint32_t rva;
    pe_export(view, pe->exports, "DriverEntry", 0, &forwarder);
    pe_export(view, pe->exports, "a", 0, &forwarder);
    for (uint32_t ordinal = 0; ordinal < 4; ordinal++) {
        pe_export(view, pe->exports, NULL, ordinal, &forwarder);
        if (forwarder && strlen(forwarder) >= PE_NAME_MAX) {
            abort();
        }
    }
    pe_export_before(view, pe->exports, pe->entry, &rva);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct pe pe;
    struct pe_error error;
    if (!pe_parse(data, bytes, &pe, &error)) {
        return error.text[0] == 0 ? abort(), 0 : 0; /* every refusal has a sentence */
    }
    if (pe.image_bytes > 1 << 20) {
        return 0; /* large images cost time and show nothing new */
    }
    struct pe_view view = {calloc(1, pe.image_bytes), pe.image_bytes, 0x050010000000};
    if (!view.at) {
        return 0;
    }
    pe_place(&pe, data, &view);
    if (pe_relocate(&pe, &view, &error) && pe_bind(&pe, &view, resolve, NULL, &error) == PE_BOUND) {
        pe_set_cookie(&pe, &view);
        look_up(&pe, &view);
    }
    free(view.at);
    return 0;
}
