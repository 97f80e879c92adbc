/* SPDX-License-Identifier: MIT */
/*
 * A .vcxproj as a driver author leaves it: properties first, then the definitions that all items share,
 * then the items, which is MSBuild's order of evaluation. Always for x64.
 */
#include "toolchain/internal.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

enum { IMPORTS_MAX = 16, SOURCES_MAX = 4096 };

/* The metadata of ClCompile that we use. */
enum metadata { META_INCLUDES, META_DEFINES, META_UNDEFINES, META_FORCED, META_OPTIONS, META_COUNT };
static const char *const metadata_names[META_COUNT] = {
    "AdditionalIncludeDirectories", "PreprocessorDefinitions", "UndefinePreprocessorDefinitions",
    "ForcedIncludeFiles",           "AdditionalOptions",
};

struct project {
    char *path;
    char *directory;
    struct properties properties;
    char *metadata[META_COUNT];
    xmlDoc *documents[IMPORTS_MAX];
    unsigned document_count;
    struct target *target;
    struct build_error *error;
};

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

static char *attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    char *copy = value ? string_copy((const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static char *content(const xmlNode *node)
{
    xmlChar *value = xmlNodeGetContent(node);
    char *copy = string_copy(value ? (const char *)value : "");
    xmlFree(value);
    return copy;
}

/* 1 or 0; a condition that nobody understands ends the reading with a sentence (-1). */
static int applies(struct project *project, const xmlNode *node)
{
    char *condition = attribute(node, "Condition");
    if (!condition)
        return 1;
    int holds = condition_holds(&project->properties, project->directory, condition);
    if (holds < 0)
        build_fail(project->error, "%s:%ld: this condition is not understood: %s", project->path, xmlGetLineNo(node),
                   condition);
    free(condition);
    return holds;
}

static xmlDoc *load(struct project *project, const char *path)
{
    struct text data = {0};
    if (!file_read(path, &data)) {
        build_fail(project->error, "%s cannot be read", path);
        return NULL;
    }
    xmlDoc *document = data.size <= INT32_MAX ? xmlReadMemory(data.data, (int)data.size, path, NULL,
                                                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                                              : NULL;
    text_free(&data);
    const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (root && is_element(root, "Project"))
        return document;
    const xmlError *error = document ? NULL : xmlGetLastError();
    build_fail(project->error, "%s: this is no project file%s%s", path, error ? ": " : "",
               error && error->message ? error->message : "");
    size_t length = strlen(project->error->message);
    if (length && project->error->message[length - 1] == '\n')
        project->error->message[length - 1] = 0;
    xmlFreeDoc(document);
    return NULL;
}

static bool read_properties(struct project *project, const xmlNode *group)
{
    for (const xmlNode *node = group->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        int holds = applies(project, node);
        if (holds < 0)
            return false;
        if (!holds)
            continue;
        char *raw = content(node);
        char *value = properties_expand(&project->properties, raw);
        properties_set(&project->properties, (const char *)node->name, value);
        free(value);
        free(raw);
    }
    return true;
}

static bool read_first_pass(struct project *project, const char *path);

/* Microsoft's own .props are not here and not wanted; the project's own are. */
static bool read_import(struct project *project, const xmlNode *node)
{
    char *raw = attribute(node, "Project");
    char *name = raw ? properties_expand(&project->properties, raw) : NULL;
    bool microsofts =
        !raw || strstr(raw, "$(VCTargetsPath") || strstr(raw, "$(UserRootDir") || strstr(raw, "$(MSBuild");
    char *path = name && !microsofts ? path_find(project->directory, name) : NULL;
    bool good = !path || !path_is_file(path) || read_first_pass(project, path);
    free(path);
    free(name);
    free(raw);
    return good;
}

static bool read_first_pass(struct project *project, const char *path)
{
    if (project->document_count == IMPORTS_MAX)
        return build_fail(project->error, "%s: more than %d files are imported", path, IMPORTS_MAX);
    xmlDoc *document = load(project, path);
    if (!document)
        return false;
    project->documents[project->document_count++] = document;
    for (const xmlNode *node = xmlDocGetRootElement(document)->children; node; node = node->next) {
        bool group = is_element(node, "PropertyGroup"), import_group = is_element(node, "ImportGroup");
        if (!group && !import_group && !is_element(node, "Import"))
            continue;
        int holds = applies(project, node);
        if (holds < 0)
            return false;
        if (!holds)
            continue;
        if (group && !read_properties(project, node))
            return false;
        if (is_element(node, "Import") && !read_import(project, node))
            return false;
        for (const xmlNode *inner = import_group ? node->children : NULL; inner; inner = inner->next) {
            if (!is_element(inner, "Import"))
                continue;
            int inner_holds = applies(project, inner);
            if (inner_holds < 0 || (inner_holds && !read_import(project, inner)))
                return false;
        }
    }
    return true;
}

/* Sets metadata from the children of a ClCompile; %(Name) is what it was before. `metadata` owns its strings. */
static bool read_metadata(struct project *project, const xmlNode *item, char **metadata, bool *ret_excluded)
{
    for (const xmlNode *node = item->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        int holds = applies(project, node);
        if (holds < 0)
            return false;
        if (!holds)
            continue;
        char *raw = content(node);
        char *value = properties_expand(&project->properties, raw);
        free(raw);
        if (ret_excluded && !strcmp((const char *)node->name, "ExcludedFromBuild"))
            *ret_excluded = !strcasecmp(value, "true");
        for (unsigned i = 0; i < META_COUNT; i++) {
            if (strcmp((const char *)node->name, metadata_names[i]))
                continue;
            char *mark = string_format("%%(%s)", metadata_names[i]);
            char *at = strstr(value, mark);
            char *merged = at ? string_format("%.*s%s%s", (int)(at - value), value, metadata[i], at + strlen(mark))
                              : string_copy(value);
            free(metadata[i]);
            metadata[i] = merged;
            free(mark);
        }
        free(value);
    }
    return true;
}

/* The parts of "a;b;%(Inherited)", without what is empty. */
static void split(const char *text, struct strings *ret_parts)
{
    while (*text) {
        text += strspn(text, "; \t\r\n");
        size_t length = strcspn(text, ";\r\n");
        size_t used = length;
        while (used && strchr(" \t", text[used - 1]))
            used--;
        if (used && strncmp(text, "%(", 2))
            strings_take(ret_parts, string_part(text, used));
        text += length;
    }
}

static void add_directory(struct project *project, const char *name)
{
    char *path = path_find(project->directory, name);
    if (path && path_is_directory(path) && !strings_has(&project->target->include_directories, path))
        strings_add(&project->target->include_directories, path);
    free(path); /* what is not there is Microsoft's kit, or made by a step that we do not run */
}

/* "/D NAME" and "/DNAME" are what AdditionalOptions is used for in driver projects. */
static void add_options(struct project *project, const char *text)
{
    for (const char *at = text; (at = strstr(at, "/D"));) {
        at += 2;
        at += strspn(at, " ");
        size_t length = strcspn(at, " \t\r\n");
        if (length)
            strings_take(&project->target->defines, string_part(at, length));
    }
}

static void add_unique(struct strings *to, const struct strings *from)
{
    for (size_t i = 0; i < from->count; i++) {
        if (!strings_has(to, from->items[i]))
            strings_add(to, from->items[i]);
    }
}

static bool use_metadata(struct project *project, char *const *metadata)
{
    struct strings parts[META_COUNT] = {{0}};
    bool good = true;
    for (unsigned i = 0; i < META_COUNT; i++)
        split(metadata[i], &parts[i]);
    for (size_t i = 0; i < parts[META_INCLUDES].count; i++)
        add_directory(project, parts[META_INCLUDES].items[i]);
    add_unique(&project->target->defines, &parts[META_DEFINES]);
    add_unique(&project->target->undefines, &parts[META_UNDEFINES]);
    for (size_t i = 0; good && i < parts[META_FORCED].count; i++) {
        char *path = path_find(project->directory, parts[META_FORCED].items[i]);
        const char *name = path && path_is_file(path) ? path : parts[META_FORCED].items[i];
        if (!strings_has(&project->target->forced_includes, name))
            strings_add(&project->target->forced_includes, name);
        free(path);
    }
    add_options(project, metadata[META_OPTIONS]);
    for (unsigned i = 0; i < META_COUNT; i++)
        strings_free(&parts[i]);
    return good;
}

static void glob_sources(struct project *project, const char *pattern, struct strings *ret_files)
{
    char *clean = string_copy(pattern);
    for (char *c = clean; *c; c++)
        *c = *c == '\\' ? '/' : *c;
    char *path = path_join(project->directory, clean);
    glob_t found = {0};
    if (!glob(path, 0, NULL, &found)) {
        for (size_t i = 0; i < found.gl_pathc; i++)
            strings_take(ret_files, path_clean(found.gl_pathv[i]));
    }
    globfree(&found);
    free(path);
    free(clean);
}

static bool add_source(struct project *project, const xmlNode *node, const char *name)
{
    struct strings files = {0};
    bool good = true;
    if (strpbrk(name, "*?")) {
        glob_sources(project, name, &files);
    } else {
        char *path = path_find(project->directory, name);
        good = path || build_fail(project->error, "%s:%ld: %s is not there", project->path, xmlGetLineNo(node), name);
        if (path)
            strings_take(&files, path);
    }
    for (size_t i = 0; i < files.count; i++) {
        bool wanted = is_c_file(files.items[i]) && !strings_has(&project->target->sources, files.items[i]);
        if (wanted && project->target->sources.count < SOURCES_MAX)
            strings_add(&project->target->sources, files.items[i]);
    }
    strings_free(&files);
    return good;
}

static bool read_compile_item(struct project *project, const xmlNode *node)
{
    char *metadata[META_COUNT];
    for (unsigned i = 0; i < META_COUNT; i++)
        metadata[i] = string_copy(project->metadata[i]);
    bool excluded = false;
    bool good = read_metadata(project, node, metadata, &excluded);
    good = good && (excluded || use_metadata(project, metadata));
    for (unsigned i = 0; i < META_COUNT; i++)
        free(metadata[i]);
    char *raw = attribute(node, "Include");
    char *include = raw ? properties_expand(&project->properties, raw) : string_copy("");
    struct strings names = {0};
    split(include, &names);
    for (size_t i = 0; good && !excluded && i < names.count; i++)
        good = add_source(project, node, names.items[i]);
    strings_free(&names);
    free(include);
    free(raw);
    return good;
}

static void read_inf_item(struct project *project, const xmlNode *node)
{
    char *raw = attribute(node, "Include");
    char *name = raw ? properties_expand(&project->properties, raw) : NULL;
    char *path = name ? path_find(project->directory, name) : NULL;
    if (path && !project->target->inf)
        project->target->inf = string_copy(path);
    free(path);
    free(name);
    free(raw);
}

/* `items`: the second pass reads the definitions, the third the items. */
static bool read_groups(struct project *project, const xmlDoc *document, bool items)
{
    for (const xmlNode *group = xmlDocGetRootElement((xmlDoc *)document)->children; group; group = group->next) {
        if (!is_element(group, items ? "ItemGroup" : "ItemDefinitionGroup"))
            continue;
        int holds = applies(project, group);
        if (holds < 0)
            return false;
        for (const xmlNode *node = holds ? group->children : NULL; node; node = node->next) {
            bool compile = is_element(node, "ClCompile");
            if (!compile && !is_element(node, "Inf"))
                continue;
            int inner = applies(project, node);
            if (inner < 0)
                return false;
            if (inner && compile &&
                !(items ? read_compile_item(project, node) : read_metadata(project, node, project->metadata, NULL)))
                return false;
            if (inner && items && !compile)
                read_inf_item(project, node);
        }
    }
    return true;
}

static void set_well_known(struct project *project, bool debug)
{
    struct properties *properties = &project->properties;
    char *stem = path_stem(project->path);
    char *directory = string_format("%s/", project->directory);
    char *parent = path_directory(project->directory);
    char *solution = string_format("%s/", parent);
    const char *const values[][2] = {
        {"Configuration", debug ? "Debug" : "Release"},
        {"Platform", "x64"},
        {"PlatformShortName", "x64"},
        {"PlatformTarget", "x64"},
        {"ProjectName", stem},
        {"MSBuildProjectName", stem},
        {"ProjectDir", directory},
        {"MSBuildProjectDirectory", project->directory},
        {"MSBuildThisFileDirectory", directory},
        {"SolutionDir", solution},
        {"OS", "Windows_NT"},
        {"VisualStudioVersion", "17.0"},
        {"TargetPlatformVersion", "10.0.26100.0"},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        properties_set(properties, values[i][0], values[i][1]);
    free(stem);
    free(directory);
    free(parent);
    free(solution);
}

static void use_properties(struct project *project)
{
    const char *type = properties_get(&project->properties, "ConfigurationType");
    const char *name = properties_get(&project->properties, "TargetName");
    const char *version = properties_get(&project->properties, "KMDF_VERSION_MINOR");
    struct target *target = project->target;
    target->kind = type && !strcasecmp(type, "Application") ? TARGET_APP : TARGET_DRIVER;
    free(target->name);
    target->name = name && *name ? string_copy(name) : path_stem(project->path);
    for (char *c = target->name; *c; c++)
        *c = *c == '/' || *c == '\\' ? '_' : *c;
    const char *characters = properties_get(&project->properties, "CharacterSet");
    if (target->kind == TARGET_APP && characters && !strcasecmp(characters, "Unicode")) {
        strings_add(&target->defines, "UNICODE");
        strings_add(&target->defines, "_UNICODE");
    }
    if (target->kind == TARGET_DRIVER && version && *version) {
        strings_add(&target->undefines, "KMDF_VERSION_MINOR");
        strings_take(&target->defines, string_format("KMDF_VERSION_MINOR=%d", atoi(version)));
    }
}

bool project_read(const char *path, bool debug, struct target *target, struct build_error *ret_error)
{
    struct project project = {.path = path_absolute(path), .target = target, .error = ret_error};
    project.directory = path_directory(project.path);
    for (unsigned i = 0; i < META_COUNT; i++)
        project.metadata[i] = string_copy("");
    set_well_known(&project, debug);
    bool good = read_first_pass(&project, project.path);
    for (unsigned pass = 0; good && pass < 2; pass++) {
        for (unsigned i = project.document_count; good && i-- > 0;) /* imported definitions come first */
            good = read_groups(&project, project.documents[i], pass == 1);
    }
    if (good) {
        use_properties(&project);
        good = target->sources.count || build_fail(ret_error, "%s has no ClCompile item for x64", path);
    }
    for (unsigned i = 0; i < project.document_count; i++)
        xmlFreeDoc(project.documents[i]);
    for (unsigned i = 0; i < META_COUNT; i++)
        free(project.metadata[i]);
    strings_add(&target->watched, project.path);
    properties_free(&project.properties);
    free(project.directory);
    free(project.path);
    return good;
}
