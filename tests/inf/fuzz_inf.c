/* SPDX-License-Identifier: MIT */
/* Any bytes as an INF: parsed, installed, written as registry text, stamped. */
#include <stddef.h>
#include <stdint.h>

#include "inf/inf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct inf_error error;
    struct text text = {0};
    struct inf_stamp stamp = {.date = "11/23/2026", .catalog = "x.cat"};
    struct inf_file *file = inf_parse("x.inf", data, size, &error);
    struct inf_model *model = file ? inf_model_make(file, &error) : NULL;
    for (unsigned i = 0; model && i < model->service_count; i++)
        inf_service_text(&text, &model->services[i]);
    for (unsigned i = 0; model && i < model->device_count; i++)
        inf_device_text(&text, model, &model->devices[i], i);
    text_free(&text);
    inf_stamp_text("x.inf", data, size, &stamp, &text, &error);
    text_free(&text);
    inf_model_free(model);
    inf_close(file);
    return 0;
}
