/* SPDX-License-Identifier: MIT */
/* Project files, targets, include names without regard to case, conditions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "toolchain/internal.h"

static char root[64];

static int start(void **state)
{
    (void)state;
    snprintf(root, sizeof root, "/tmp/kmdock-test-XXXXXX");
    return mkdtemp(root) ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    directory_remove(root);
    return 0;
}

static char *put(const char *name, const char *text)
{
    char *path = path_join(root, name);
    char *directory = path_directory(path);
    assert_true(directory_make(directory, 0777));
    assert_true(file_write(path, text, strlen(text)));
    free(directory);
    return path;
}

static void put_quietly(const char *name, const char *text)
{
    free(put(name, text));
}

static void assert_list(const struct strings *list, const char *want)
{
    struct text got = {0};
    text_add(&got, "", 0);
    for (size_t i = 0; i < list->count; i++) {
        size_t length = strlen(root);
        bool ours = !strncmp(list->items[i], root, length);
        text_print(&got, "%s%s", i ? " " : "", list->items[i] + (ours ? length + 1 : 0));
    }
    assert_string_equal(got.data, want);
    text_free(&got);
}

static const char project[] =
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
    "<Project ToolsVersion=\"12.0\" xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\r\n"
    "  <PropertyGroup Label=\"Globals\"><Configuration Condition=\"'$(Configuration)' == "
    "''\">Release</Configuration>\r\n"
    "    <RootNamespace>$(MSBuildProjectName)</RootNamespace></PropertyGroup>\r\n"
    "  <PropertyGroup "
    "Condition=\"'$(Configuration)|$(Platform)'=='Debug|Win32'\"><TargetName>no</TargetName></PropertyGroup>\r\n"
    "  <PropertyGroup><ConfigurationType>Driver</ConfigurationType><Inc>..\\Inc</Inc></PropertyGroup>\r\n"
    "  <Import Project=\"$(VCTargetsPath)\\Microsoft.Cpp.props\" />\r\n"
    "  <ImportGroup><Import Project=\"more.props\" Condition=\"exists('More.Props')\" /></ImportGroup>\r\n"
    "  <PropertyGroup><TargetName>echo</TargetName></PropertyGroup>\r\n"
    "  <ItemDefinitionGroup><ClCompile>\r\n"
    "    <PreprocessorDefinitions>%(PreprocessorDefinitions);A=1;B</PreprocessorDefinitions>\r\n"
    "    "
    "<AdditionalIncludeDirectories>%(AdditionalIncludeDirectories);$(Inc);$(DDK_INC_PATH);.</"
    "AdditionalIncludeDirectories>\r\n"
    "  </ClCompile></ItemDefinitionGroup>\r\n"
    "  <ItemDefinitionGroup Condition=\"'$(Platform)'=='x64' And '$(Configuration)'=='Debug'\"><ClCompile>\r\n"
    "    <PreprocessorDefinitions>DEBUGGING=1;%(PreprocessorDefinitions)</PreprocessorDefinitions>\r\n"
    "    <ForcedIncludeFiles>Force.h</ForcedIncludeFiles>\r\n"
    "  </ClCompile></ItemDefinitionGroup>\r\n"
    "  <ItemGroup><ClCompile Include=\"Driver.C\" /><ClCompile Include=\"sub\\Queue.c\" />\r\n"
    "    <ClCompile Include=\"gone.c\"><ExcludedFromBuild "
    "Condition=\"'$(Platform)'=='x64'\">true</ExcludedFromBuild></ClCompile>\r\n"
    "    <ClCompile Include=\"arm.c\" Condition=\"'$(Platform)'=='ARM64'\" />\r\n"
    "    <Inf Include=\"Echo.inx\" /><ResourceCompile Include=\"echo.rc\" /></ItemGroup>\r\n"
    "</Project>\r\n";

static void put_project(void)
{
    put_quietly("driver/echo_test.vcxproj", project);
    put_quietly("driver/more.props",
                "<Project><ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>FROM_PROPS</PreprocessorDefinitions>"
                "</ClCompile></ItemDefinitionGroup></Project>");
    put_quietly("driver/driver.c", "#include <ntddk.h>\n");
    put_quietly("driver/Sub/queue.c", "");
    put_quietly("driver/force.h", "");
    put_quietly("driver/ECHO.INX", "");
    put_quietly("inc/public.h", "");
}

static void a_project_is_read_as_msbuild_does(void **state)
{
    (void)state;
    struct build_error error;
    put_project();
    char *path = path_join(root, "driver/echo_test.vcxproj");
    struct target target = {.kind = TARGET_DRIVER};
    if (!project_read(path, true, &target, &error))
        fail_msg("%s", error.message);
    assert_string_equal(target.name, "echo");
    assert_int_equal(target.kind, TARGET_DRIVER);
    assert_list(&target.sources, "driver/driver.c driver/Sub/queue.c");
    assert_list(&target.include_directories, "inc driver");
    assert_list(&target.defines, "DEBUGGING=1 FROM_PROPS A=1 B");
    assert_list(&target.forced_includes, "driver/force.h");
    assert_string_equal(path_name(target.inf), "ECHO.INX");
    target_free(&target);
    assert_true(project_read(path, false, &target, &error));
    assert_list(&target.defines, "FROM_PROPS A=1 B");
    target_free(&target);
    free(path);
}

static void a_directory_means_its_project(void **state)
{
    (void)state;
    struct build_error error;
    struct target target;
    put_project();
    put_quietly("driver/app.vcxproj",
                "<Project><PropertyGroup><ConfigurationType>Application</ConfigurationType></PropertyGroup>"
                "<ItemGroup><ClCompile Include=\"main.cpp\"/></ItemGroup></Project>");
    put_quietly("driver/main.cpp", "");
    put_quietly("driver/scenario.c", "");
    char *path = path_join(root, "driver");
    if (!target_find((const char *const *)&path, 1, false, true, &target, &error))
        fail_msg("%s", error.message);
    assert_string_equal(target.name, "echo");
    target_free(&target);
    assert_true(target_find((const char *const *)&path, 1, true, true, &target, &error));
    assert_list(&target.sources, "driver/main.cpp");
    assert_int_equal(target.kind, TARGET_APP);
    target_free(&target);
    free(path);
}

static void a_directory_without_a_project_means_its_c_files(void **state)
{
    (void)state;
    struct build_error error;
    struct target target;
    put_quietly("d/b.c", "");
    put_quietly("d/a.C", "");
    put_quietly("d/scenario.c", "");
    put_quietly("d/other.c", "  #  include <kmdock\\Scenario.h>\n");
    put_quietly("d/sub/c.c", "");
    char *path = path_join(root, "d");
    assert_true(target_find((const char *const *)&path, 1, false, true, &target, &error));
    assert_list(&target.sources, "d/a.C d/b.c");
    assert_string_equal(target.name, "d");
    assert_null(target.inf);
    target_free(&target);
    free(path);
}

static void fails(const char *name, const char *sentence)
{
    struct build_error error = {.host = false};
    struct target target;
    char *path = path_join(root, name);
    assert_false(target_find((const char *const *)&path, 1, false, true, &target, &error));
    if (!strstr(error.message, sentence))
        fail_msg("got: %s", error.message);
    free(path);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    put_quietly("empty/readme.txt", "");
    fails("empty", "has no driver");
    fails("nothing", "No such file");
    fails("empty/readme.txt", "is no TARGET");
    put_quietly("bad/a.vcxproj", "<Project><ItemGroup");
    fails("bad", "this is no project file");
    put_quietly("bad2/a.vcxproj", "<Project><ItemGroup><ClCompile Include=\"x.c\"/></ItemGroup></Project>");
    fails("bad2", ":1: x.c is not there");
    put_quietly("bad3/a.vcxproj", "<Project><PropertyGroup Condition=\"'a' ~ 'b'\"/></Project>");
    fails("bad3", "this condition is not understood: 'a' ~ 'b'");
    put_quietly("two/a.c", "");
    put_quietly("two/x.inx", "");
    put_quietly("two/y.inx", "");
    fails("two", "more than one INF");
    put_quietly("app/a.vcxproj",
                "<Project><PropertyGroup><ConfigurationType>Application</ConfigurationType></PropertyGroup>"
                "<ItemGroup><ClCompile Include=\"m.c\"/></ItemGroup></Project>");
    put_quietly("app/m.c", "");
    fails("app", "holds an app");
}

static void conditions(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int holds;
    } cases[] = {
        {"", 1},
        {"'$(A)'=='one'", 1},
        {"'$(A)' != 'ONE'", 0},
        {"'$(Nothing)'==''", 1},
        {"'$(A)'=='two' or '$(B)'=='2'", 1},
        {"('$(A)'=='two' Or '$(B)'=='2') And !('$(A)'=='one')", 0},
        {"$(B) >= 2 and $(B) < 3", 1},
        {"Exists('$(A).txt')", 1},
        {"!Exists('none')", 1},
        {"true", 1},
        {"'a'=='b", -1},
        {"'a'==", -1},
        {"'a'=='a' junk", -1},
        {"((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))", -1},
    };
    struct properties properties = {0};
    properties_set(&properties, "a", "one");
    properties_set(&properties, "B", "1");
    properties_set(&properties, "b", "2");
    put_quietly("ONE.TXT", "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (condition_holds(&properties, root, cases[i].text) != cases[i].holds)
            fail_msg("%s", cases[i].text);
    }
    properties_free(&properties);
}

static void misspelled_names_are_forwarded(void **state)
{
    (void)state;
    struct build_error error;
    struct includes includes;
    struct strings sources = {0}, directories = {0}, system = {0};
    put_quietly("src/Main.c",
                "#include \"Queue.H\"\n#include \"..\\Inc\\Public.h\"\n#include <NTDDK.h>\n#include \"right.h\"\n");
    put_quietly("src/queue.h", "#include <WDF.H>\n");
    put_quietly("src/right.h", "");
    put_quietly("inc/public.h", "");
    put_quietly("sys/ntddk.h", "");
    strings_take(&sources, path_join(root, "src/Main.c"));
    strings_take(&system, path_join(root, "sys"));
    char *work = path_join(root, "work");
    assert_true(includes_resolve(&sources, &directories, &system, work, &includes, &error));
    assert_true(includes.wdf);
    assert_false(includes.scenario);
    assert_null(includes.mirror);
    assert_non_null(includes.overlay);
    assert_list(&includes.own, "src/Main.c src/queue.h inc/public.h src/right.h");
    struct strings names = {0};
    assert_true(directory_list(includes.overlay, &names));
    assert_list(&names, "..\\Inc\\Public.h NTDDK.h Queue.H");
    char *file = path_join(includes.overlay, "NTDDK.h");
    struct text text = {0};
    assert_true(file_read(file, &text));
    assert_string_equal(text.data, "#include <ntddk.h>\n");
    text_free(&text);
    free(file);
    strings_free(&names);
    strings_free(&sources);
    strings_free(&system);
    includes_free(&includes);
    free(work);
}

static void utf16_sources_are_mirrored(void **state)
{
    (void)state;
    struct build_error error;
    struct includes includes;
    struct strings sources = {0}, none = {0};
    struct text wide = {0}, text = {0};
    static const char source[] = "#include \"b.h\"\nint a;\n";
    put_quietly("src/b.h", "int b;\n");
    text_encode(&wide, source, sizeof source - 1, TEXT_UTF16LE);
    char *path = path_join(root, "src/a.c");
    assert_true(file_write(path, wide.data, wide.size));
    strings_add(&sources, path);
    char *work = path_join(root, "work");
    assert_true(includes_resolve(&sources, &none, &none, work, &includes, &error));
    assert_non_null(includes.mirror);
    char *copy = string_format("%s%s", includes.mirror, path);
    assert_true(file_read(copy, &text));
    assert_non_null(strstr(text.data, source));
    text_free(&text);
    text_free(&wide);
    free(copy);
    free(work);
    free(path);
    strings_free(&sources);
    includes_free(&includes);
}

static void garbage_is_no_image(void **state)
{
    (void)state;
    struct imports imports;
    const char *why = NULL;
    uint8_t data[1024];
    for (unsigned i = 0; i < sizeof data; i++)
        data[i] = (uint8_t)(i * 37 + 11);
    assert_false(imports_parse(data, 0, &imports, &why));
    assert_false(imports_parse(data, sizeof data, &imports, &why));
    assert_non_null(strstr(why, "MZ"));
    memcpy(data, "MZ", 2);
    data[60] = 0xf0;
    data[61] = data[62] = data[63] = 0xff;
    assert_false(imports_parse(data, sizeof data, &imports, &why));
    data[60] = 0x80;
    data[61] = data[62] = data[63] = 0;
    memcpy(data + 128, "PE\0\0\x64\x86", 6);
    assert_false(imports_parse(data, sizeof data, &imports, &why));
}

static void the_cache_knows_what_changed(void **state)
{
    (void)state;
    struct home home = {.cache = path_join(root, "cache")};
    struct build_error error;
    struct cache_key key;
    struct strings inputs = {0};
    strings_take(&inputs, put("in.c", "one"));
    struct hash *hash = hash_new();
    hash_string(hash, "way");
    hash_end(hash, &key);
    assert_null(cache_find(&home, &key));
    char *work = cache_work(&home, &error);
    assert_non_null(work);
    char *kept = cache_keep(&home, &key, &inputs, work);
    assert_non_null(kept);
    char *found = cache_find(&home, &key);
    assert_string_equal(found, kept);
    free(found);
    put_quietly("in.c", "one"); /* another time, the same content */
    found = cache_find(&home, &key);
    assert_non_null(found);
    free(found);
    put_quietly("in.c", "two");
    assert_null(cache_find(&home, &key));
    free(kept);
    free(work);
    free(home.cache);
    strings_free(&inputs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_project_is_read_as_msbuild_does, start, stop),
        cmocka_unit_test_setup_teardown(a_directory_means_its_project, start, stop),
        cmocka_unit_test_setup_teardown(a_directory_without_a_project_means_its_c_files, start, stop),
        cmocka_unit_test_setup_teardown(says_what_is_wrong, start, stop),
        cmocka_unit_test_setup_teardown(conditions, start, stop),
        cmocka_unit_test_setup_teardown(misspelled_names_are_forwarded, start, stop),
        cmocka_unit_test_setup_teardown(utf16_sources_are_mirrored, start, stop),
        cmocka_unit_test_setup_teardown(garbage_is_no_image, start, stop),
        cmocka_unit_test_setup_teardown(the_cache_knows_what_changed, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
