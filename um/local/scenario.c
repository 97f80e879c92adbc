/* SPDX-License-Identifier: MIT */
/* kmdock/scenario.h: what a scenario can do besides the Win32 calls. */
#include "um.h"
#include "scenario.h"

enum { DEVICES_BYTES_MAX = 4096, SENTENCE_BYTES_MAX = 512 };

int _snprintf(char *buffer, size_t bytes, const char *format, ...);

LONG kmdock_command(const char *text, char *ret_answer, size_t answer_bytes)
{
    char scrap[4];

    if (!ret_answer || !answer_bytes)
        return um_operator()->Command(text, scrap, sizeof(scrap));
    return um_operator()->Command(text, ret_answer, (unsigned)answer_bytes);
}

HANDLE kmdock_open(DWORD flags)
{
    HANDLE file = INVALID_HANDLE_VALUE;
    char *answer = malloc(DEVICES_BYTES_MAX), *name, *end;

    if (!answer) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return file;
    }
    SetLastError(ERROR_FILE_NOT_FOUND);
    if (um_result(kmdock_command("devices", answer, DEVICES_BYTES_MAX))) {
        for (name = answer; *name && !(name[0] == '\\' && name[1] == '\\'); name++)
            ;
        for (end = name; *end && *end != '\t' && *end != '\n'; end++)
            ;
        *end = 0;
        if (*name)
            file = CreateFileA(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                               OPEN_EXISTING, FILE_FLAG_OVERLAPPED | flags, NULL);
        else
            SetLastError(ERROR_FILE_NOT_FOUND);
    }
    free(answer);
    return file;
}

LONG kmdock_power(enum kmdock_power state)
{
    return kmdock_command(state == KMDOCK_D0 ? "power\n*\nd0" : "power\n*\nd3", NULL, 0);
}

LONG kmdock_remove(void)
{
    return kmdock_command("remove\n*", NULL, 0);
}

LONG kmdock_surprise_remove(void)
{
    return kmdock_command("surprise\n*", NULL, 0);
}

LONG kmdock_disable(void)
{
    return kmdock_command("disable\n*", NULL, 0);
}

LONG kmdock_enable(void)
{
    return kmdock_command("enable\n*", NULL, 0);
}

static unsigned long long decimal(const char *digit)
{
    unsigned long long value = 0;

    for (; *digit >= '0' && *digit <= '9'; digit++)
        value = value * 10 + (unsigned long long)(*digit - '0');
    return value;
}

unsigned long kmdock_parameter(const char *name, unsigned long otherwise)
{
    char text[SENTENCE_BYTES_MAX], answer[16] = "";

    _snprintf(text, sizeof(text) - 1, "parameter\n%s", name);
    text[sizeof(text) - 1] = 0;
    if (kmdock_command(text, answer, sizeof(answer)) != 0 || !answer[0])
        return otherwise;
    return (unsigned long)decimal(answer);
}

unsigned long long kmdock_memory(void)
{
    char answer[32] = "";

    return kmdock_command("memory", answer, sizeof(answer)) == 0 ? decimal(answer) : 0;
}

void kmdock_expect_(int holds, const char *claim, const char *file, int line)
{
    char sentence[SENTENCE_BYTES_MAX];

    if (holds)
        return;
    _snprintf(sentence, sizeof(sentence), "%s:%d: expected %s", file, line, claim);
    sentence[sizeof(sentence) - 1] = 0;
    um_operator()->Expectation(sentence);
}

HANDLE kmdock_process(void (*run)(void *argument), void *argument)
{
    HANDLE process = NULL;

    return um_result(um_operator()->ProcessStart("scenario", run, argument, &process)) ? process : NULL;
}

void kmdock_kill(HANDLE process)
{
    um_operator()->ProcessKill(process);
}
