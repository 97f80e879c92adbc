/* SPDX-License-Identifier: MIT */
/* A bug check in plain text: its names, what its parameters mean, its stack with source lines. */
#include "machine/report.h"

#include "machine/bugcodes.h"
#include "machine/frames.h"

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
struct status {
    uint32_t value;
    const char *name;
};

#include "bugcodes_table.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
    WDF_VIOLATION = 0x10D,
    WDF_VERIFIER = 3, /* the first parameter of what the verifier finds and no other has */
    IRQL_LESS = 0x0A,
};

static void set_meaning(struct machine_bugcheck_report *report, uint32_t index, const char *text)
{
    if (text[0]) {
        snprintf(report->meanings[index], sizeof(report->meanings[index]), "%s", text);
    }
}

const char *bugcodes_status(uint32_t status)
{
    size_t low = 0, high = COUNT(statuses);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (statuses[middle].value == status) {
            return statuses[middle].name;
        }
        if (statuses[middle].value < status) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* The documentation knows one finding of the verifier; what the parameters of the others are, their sentence says. */
static void describe_verifier(struct machine_bugcheck_report *report)
{
    set_meaning(report, 0, "WDF_VERIFIER_FATAL_ERROR: the KMDF verifier found a rule broken");
    if (strcmp(report->rule, "KmdfIrql") == 0) {
        set_meaning(report, 2, "IRQL");
    } else if (report->parameters[1] == report->object || report->parameters[1] > UINT32_MAX) {
        set_meaning(report, 1, report->parameters[1] ? "handle" : "");
    }
}

static void describe_violation(struct machine_bugcheck_report *report)
{
    if (report->parameters[0] == WDF_VERIFIER && strncmp(report->rule, "MemAfterReqCompleted", 20) != 0) {
        describe_verifier(report);
        return;
    }
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
    } else if (report->code == IRQL_LESS && strcmp(report->rule, "WrongIrql") == 0) {
        set_meaning(report, 0, "return address of the call");
        set_meaning(report, 2, "reserved");
        set_meaning(report, 3, "return address of the call");
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

static void print_stack(const struct machine_bugcheck_report *report, FILE *file)
{
    const struct machine_frame *driver = machine_report_driver(report);
    fprintf(file, "  stack\n");
    frames_print(report->frames, report->frame_count, file);
    if (driver && driver->file[0]) {
        fprintf(file, "  driver     %s:%u\n", frames_path(driver->file), driver->line);
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

/* What the value itself is called: a level, a status. */
static const char *value_name(uint64_t value, const char *meaning)
{
    if (strncmp(meaning, "IRQL", 4) == 0 && value < 16) {
        return machine_irql_name((uint8_t)value);
    }
    bool status = strncmp(meaning, "exception code", 14) == 0 || strncmp(meaning, "status", 6) == 0;
    return status && value <= UINT32_MAX ? bugcodes_status((uint32_t)value) : NULL;
}

static void print_parameters(const struct machine_bugcheck_report *report, FILE *file)
{
    for (uint32_t i = 0; i < 4; i++) {
        const char *meaning = report->meanings[i];
        bool empty = !meaning[0] || strcmp(meaning, "reserved") == 0;
        if (report->parameters[i] || !empty) {
            const char *name = value_name(report->parameters[i], meaning);
            fprintf(file, "  %10u 0x%016llX%s%s%s%s\n", i + 1, (unsigned long long)report->parameters[i],
                    empty ? "" : "  ", empty ? "" : meaning, name ? ": " : "", name ? name : "");
        }
    }
}

/* Sentences hold paths as the compiler was given them; those within the current directory are shown from there. */
static void print_sentence(const char *sentence, FILE *file)
{
    for (const char *at = sentence; *at; at++) {
        if (*at == '/' && (at == sentence || at[-1] == ' ' || at[-1] == '(')) {
            at = frames_path(at);
        }
        fputc(*at, file);
    }
    fprintf(file, "\n\n");
}

void machine_report_print(const struct machine_bugcheck_report *report, FILE *file)
{
    print_sentence(report->sentence, file);
    if (report->rule[0]) {
        fprintf(file, "  rule       %s\n", report->rule);
    }
    fprintf(file, "  bug check  0x%08X %s\n", report->code, report->name);
    print_parameters(report, file);
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
