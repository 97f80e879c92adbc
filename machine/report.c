/* SPDX-License-Identifier: MIT */
/* A bug check in plain text: its names, what its parameters mean, its stack with source lines. */
#include "machine/report.h"

#include "machine/bugcodes.h"

#include <stdlib.h>
#include <string.h>

struct code {
    uint32_t code;
    const char *name;
    const char *meanings[4];
};
struct violation {
    uint32_t first, value, position;
    const char *name, *meaning, *second, *third, *fourth;
};

#include "bugcodes_table.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
    WDF_VIOLATION = 0x10D,
    SOURCE_LINE_MAX = 200,
    SOURCE_LINES_SHOWN = 8, /* frames whose source line is shown too */
};

static void set_meaning(struct machine_bugcheck_report *report, uint32_t index, const char *text)
{
    if (text[0]) {
        snprintf(report->meanings[index], sizeof(report->meanings[index]), "%s", text);
    }
}

static void describe_violation(struct machine_bugcheck_report *report)
{
    for (size_t i = 0; i < COUNT(violations); i++) {
        const struct violation *violation = &violations[i];
        if (violation->first != report->parameters[0]) {
            continue;
        }
        if (violation->position == 0) {
            snprintf(report->meanings[0], sizeof(report->meanings[0]), "%s: %s", violation->name, violation->meaning);
            set_meaning(report, 1, violation->second);
            set_meaning(report, 2, violation->third);
            set_meaning(report, 3, violation->fourth);
        } else if (violation->value == report->parameters[violation->position - 1]) {
            uint32_t index = violation->position - 1;
            snprintf(report->meanings[index], sizeof(report->meanings[index]), "%s%s%s", violation->name,
                     violation->meaning[0] ? ": " : "", violation->meaning);
        }
    }
}

void bugcodes_describe(struct machine_bugcheck_report *report)
{
    report->name = "BUG_CHECK";
    for (size_t i = 0; i < COUNT(codes); i++) {
        if (codes[i].code != report->code) {
            continue;
        }
        report->name = codes[i].name;
        for (uint32_t p = 0; p < 4; p++) {
            set_meaning(report, p, codes[i].meanings[p]);
        }
    }
    if (report->code == WDF_VIOLATION) {
        describe_violation(report);
    }
    if (!report->sentence[0] && report->meanings[0][0] && report->code == WDF_VIOLATION) {
        snprintf(report->sentence, sizeof(report->sentence), "The framework stopped the machine: %s.",
                 report->meanings[0]);
    } else if (!report->sentence[0]) {
        snprintf(report->sentence, sizeof(report->sentence), "The machine stopped with bug check 0x%X (%s).",
                 report->code, report->name);
    }
}

const char *machine_irql_name(uint8_t irql)
{
    static const char *names[16] = {"PASSIVE_LEVEL", "APC_LEVEL",   "DISPATCH_LEVEL", "DIRQL 3",
                                    "DIRQL 4",       "DIRQL 5",     "DIRQL 6",        "DIRQL 7",
                                    "DIRQL 8",       "DIRQL 9",     "DIRQL 10",       "DIRQL 11",
                                    "DIRQL 12",      "CLOCK_LEVEL", "IPI_LEVEL",      "HIGH_LEVEL"};
    return irql < 16 ? names[irql] : "an IRQL that does not exist";
}

const struct machine_frame *machine_report_driver(const struct machine_bugcheck_report *report)
{
    for (uint32_t i = 0; i < report->frame_count; i++) {
        if (report->frames[i].driver) {
            return &report->frames[i];
        }
    }
    return NULL;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void report_frame_text(const struct machine_frame *frame, char *ret_text, size_t text_bytes)
{
    char where[MACHINE_SYMBOL_MAX + 96];
    if (!frame->image[0]) {
        snprintf(ret_text, text_bytes, "0x%016llx", (unsigned long long)frame->ip);
        return;
    }
    if (frame->function[0]) {
        snprintf(where, sizeof(where), "%s!%s+0x%llx", frame->image, frame->function,
                 (unsigned long long)frame->offset);
    } else {
        snprintf(where, sizeof(where), "%s+0x%llx", frame->image, (unsigned long long)frame->offset);
    }
    if (frame->file[0]) {
        snprintf(ret_text, text_bytes, "%-44s %s:%u", where, base_name(frame->file), frame->line);
    } else {
        snprintf(ret_text, text_bytes, "%s", where);
    }
}

/* The text of a source line without its indentation; false if the file cannot be read. */
static bool source_line(const struct machine_frame *frame, char *ret_text, size_t text_bytes)
{
    FILE *file = frame->file[0] && frame->line ? fopen(frame->file, "re") : NULL;
    char line[1024];
    uint32_t number = 1;
    bool found = false;
    while (file && !found && fgets(line, sizeof(line), file)) {
        if (number == frame->line) {
            const char *text = line + strspn(line, " \t");
            snprintf(ret_text, text_bytes, "%.*s", (int)strcspn(text, "\r\n"), text);
            found = ret_text[0] != 0;
            break;
        }
        number += strchr(line, '\n') != NULL;
    }
    if (file) {
        fclose(file);
    }
    return found;
}

static void print_stack(const struct machine_bugcheck_report *report, FILE *file)
{
    fprintf(file, "  stack\n");
    for (uint32_t i = 0; i < report->frame_count; i++) {
        const struct machine_frame *frame = &report->frames[i];
        char text[MACHINE_PATH_MAX + MACHINE_SYMBOL_MAX + 128], line[SOURCE_LINE_MAX];
        report_frame_text(frame, text, sizeof(text));
        fprintf(file, "    %s %s\n", frame->driver ? "=>" : "  ", text);
        if (!frame->core && i < SOURCE_LINES_SHOWN + 8 && source_line(frame, line, sizeof(line))) {
            fprintf(file, "           %s\n", line);
        }
    }
    const struct machine_frame *driver = machine_report_driver(report);
    if (driver && driver->file[0]) {
        fprintf(file, "  driver     %s:%u\n", driver->file, driver->line);
    }
}

static void print_registers(const struct machine_bugcheck_report *report, FILE *file)
{
    static const char *names[17] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8",
                                    "r9",  "r10", "r11", "r12", "r13", "r14", "r15", "rip"};
    for (uint32_t i = 0; i < 17; i++) {
        fprintf(file, "%s%-3s %016llx",
                i == 0       ? "  registers  "
                : i % 4 == 0 ? "\n             "
                             : "  ",
                names[i], (unsigned long long)report->registers[i]);
    }
    fprintf(file, "\n");
}

void machine_report_print(const struct machine_bugcheck_report *report, FILE *file)
{
    fprintf(file, "%s\n\n", report->sentence);
    if (report->rule[0]) {
        fprintf(file, "  rule       %s\n", report->rule);
    }
    fprintf(file, "  bug check  0x%08X %s\n", report->code, report->name);
    for (uint32_t i = 0; i < 4; i++) {
        bool empty = !report->meanings[i][0] || strcmp(report->meanings[i], "reserved") == 0;
        if (report->parameters[i] || !empty) {
            fprintf(file, "  %10u 0x%016llX%s%s\n", i + 1, (unsigned long long)report->parameters[i], empty ? "" : "  ",
                    empty ? "" : report->meanings[i]);
        }
    }
    if (report->object) {
        fprintf(file, "  object     0x%016llX\n", (unsigned long long)report->object);
    }
    fprintf(file, "  context    \"%s\" on processor %u at %s\n", report->context, report->processor,
            machine_irql_name(report->irql));
    print_stack(report, file);
    if (report->has_registers) {
        print_registers(report, file);
    }
}
