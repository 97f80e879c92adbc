/* SPDX-License-Identifier: MIT */
/* What is installed for a driver: its service, its device, their registry values. */
#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void install_free(struct install *install)
{
    free(install->image);
    free(install->service);
    free(install->hardware_id);
    free(install->class_name);
    inf_model_free(install->model);
    *install = (struct install){0};
}

/* The first device of the INF whose service is this driver; a root-enumerated one goes before others. */
static const struct inf_device *choose_device(const struct inf_model *model, const char *binary)
{
    const struct inf_device *chosen = NULL;
    for (unsigned pass = 0; pass < 4 && !chosen; pass++) {
        for (unsigned i = 0; i < model->device_count && !chosen; i++) {
            const struct inf_device *device = &model->devices[i];
            bool root = !strncasecmp(device->hardware_id, "root\\", 5);
            bool ours =
                device->service != INF_NO_SERVICE && !strcasecmp(model->services[device->service].binary, binary);
            if (device->service != INF_NO_SERVICE && (pass % 2 || root) && (pass / 2 || ours))
                chosen = device;
        }
    }
    return chosen;
}

static bool from_inf(struct install *install, const struct target *target)
{
    struct inf_error error;
    char *binary = string_format("%s.sys", target->name);
    install->model = inf_model_read(target->inf, &error);
    if (install->model)
        install->device = choose_device(install->model, binary);
    free(binary);
    if (!install->model) {
        say("%s", error.message);
        return false;
    }
    if (!install->device) {
        say("%s: no model in it has a function driver (AddService with the flag 2)", target->inf);
        return false;
    }
    install->service = string_copy(install->model->services[install->device->service].name);
    install->hardware_id = string_copy(install->device->hardware_id);
    install->class_name = string_copy(install->model->class_name ? install->model->class_name : "System");
    return true;
}

/* It becomes the name of a registry key and of an object in \\Driver. */
static bool check_service(const struct install *install)
{
    if (!strpbrk(install->service, "\\/"))
        return true;
    say("%s: a service cannot be called %s: there is a \\ or / in it", install->target->given, install->service);
    return false;
}

bool install_prepare(struct install *install, const struct target *target, const char *image)
{
    install->target = target;
    install->image = string_copy(image);
    if (target->inf)
        return from_inf(install, target) && check_service(install);
    install->service = string_copy(target->name);
    install->hardware_id = string_format("root\\%s", target->name);
    install->class_name = string_copy("System");
    return check_service(install);
}

/* "NAME=VALUE": a number is a REG_DWORD, anything else a string. */
static bool add_setting(struct text *text, const char *setting)
{
    const char *equals = strchr(setting, '=');
    if (!equals || equals == setting) {
        say("--set wants NAME=VALUE, not %s", setting);
        return false;
    }
    if (strpbrk(setting, "\r\n")) {
        say("--set %.*s: there is a line break in it", (int)strcspn(setting, "\r\n"), setting);
        return false;
    }
    char *name = string_part(setting, (size_t)(equals - setting));
    char *end;
    errno = 0;
    unsigned long long number = strtoull(equals + 1, &end, 0);
    bool is_number = equals[1] >= '0' && equals[1] <= '9' && !*end;
    bool good = !is_number || (!errno && number <= UINT32_MAX);
    if (!good)
        say("--set %s: the number has more than 32 bits", setting);
    else if (is_number)
        inf_registry_dword(text, name, (uint32_t)number);
    else
        inf_registry_string(text, name, equals + 1);
    free(name);
    return good;
}

static void add_plain_service(struct text *text, const struct install *install)
{
    char *binary = string_format("%s.sys", install->target->name);
    struct inf_service service = {
        .name = install->service, .binary = binary, .type = 1, .start = 3, .error_control = 1};
    inf_service_text(text, &service);
    free(binary);
}

bool install_registry(const struct session *session, struct text *text)
{
    text_string(text, INF_REGISTRY_HEADER);
    for (size_t i = 0; i < session->install_count; i++) {
        const struct install *install = &session->installs[i];
        const struct inf_model *model = install->model;
        if (model) {
            inf_service_text(text, &model->services[install->device->service]);
            inf_device_text(text, model, install->device, install->number);
        } else {
            add_plain_service(text, install);
        }
        if (!session->options->set.count)
            continue;
        char *key =
            string_format("HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\%s\\Parameters", install->service);
        inf_registry_key(text, key);
        free(key);
        for (size_t j = 0; j < session->options->set.count; j++) {
            if (!add_setting(text, session->options->set.items[j]))
                return false;
        }
        text_string(text, "\r\n");
    }
    return true;
}
