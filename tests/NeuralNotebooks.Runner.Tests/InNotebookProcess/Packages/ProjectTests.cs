using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>Projects that are built with packages from a local source.</summary>
public sealed class ProjectTests : IDisposable
{
    private const string Net = "<TargetFramework>net10.0</TargetFramework>";

    private readonly TemporaryFolder _folder = new();
    private readonly TestSession _session;

    public ProjectTests()
    {
        LocalFeed.Create(_folder, sources: "<add key=\"local\" value=\"source\" />");
        _session = Session(buildsProjects: true);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_project_is_built_with_what_it_brings_and_a_change_asks_for_a_restart()
    {
        LocalFeed.Pack(
            _folder, "Notebook.Deep", "1.0.0", "public static class Deep { public static string Word => \"deep\"; }");
        Project(
            "My Lib/My Lib.csproj",
            "<TargetFrameworks>net10.0;net10.0</TargetFrameworks>",
            "public static class Lib { public static string Word => Core.Word + Deep.Word; }",
            """
            <ProjectReference Include="../Core/Core.csproj" />
            <PackageReference Include="Notebook.Deep" Version="1.0.0" />
            """);
        string core = "public static class Core { public static string Word => \"core\"; }";
        Project("Core/Core.csproj", Net + "<AssemblyName>Notebook.Core</AssemblyName>", core);

        Shown built = await _session.Run("#r \"My Lib/My Lib.csproj\"\nLib.Word + Core.Word + Deep.Word");
        Assert.Equal(("", "coredeepcoredeep"), (built.Traceback, built.Plain));
        Assert.Equal(
            "Building My Lib.csproj …",
            Assert.IsType<DisplayData>(built.Outputs[0]).Data.Text(MimeBundle.PlainText));
        Assert.Equal("Built My Lib.csproj", Assert.Single(built.Updates).Value.Text(MimeBundle.PlainText));
        string assembly = _folder.At("My Lib/bin/Debug/net10.0/My Lib.dll");
        DateTime made = File.GetLastWriteTimeUtc(assembly);

        Directory.CreateDirectory(_folder.At("restored/built-by-a-process-that-has-ended"));
        Assert.Equal("core", (await _session.Run("#:project My Lib\nCore.Word")).Plain);
        Assert.Equal(made, File.GetLastWriteTimeUtc(assembly));
        Assert.Equal(2, Directory.GetDirectories(_folder.At("restored"), "built-*").Length);

        _folder.File("Core/Code.cs", core.Replace("\"core\"", "\"new core\""));
        Shown changed = await _session.Run("#r \"My Lib/My Lib.csproj\"\nCore.Word");
        changed.Traceback.ShouldContain("Notebook.Core has changed since it was loaded: restart the notebook.");
        Assert.Equal("core", (await _session.Run("Core.Word")).Plain);
        _folder.File("Core/Code.cs", "\npublic static class Core { int }");
        Shown broken = await _session.Run("#r \"My Lib/My Lib.csproj\"");
        broken.Traceback.ShouldContain(
            "My Lib.csproj could not be added.", $"{_folder.At("Core/Code.cs")}(2,32): error CS");
        broken.Traceback.ShouldNotContain("[");
    }

    [Theory]
    [Cases(
        "#r \"Lib/Absent.csproj\"", "There is no project FOLDER/Lib/Absent.csproj.",
        "#:project source", "There is no project FOLDER/source.",
        "#:project Two", "FOLDER/Two has several projects: name one of them.",
        "#r \"Two\"", "FOLDER/Two is a folder. Name a project or an assembly in it.")]
    public async Task A_path_that_is_no_project_is_named(string code, string sentence)
    {
        Project("Two/One.csproj", Net, "");
        Project("Two/Two.fsproj", Net, "");

        (await _session.Run(code)).Traceback.ShouldContain(sentence.Replace("FOLDER", _folder.Path));
    }

    [Theory]
    [Cases(
        "Newer.csproj", "<TargetFramework>net99.0</TargetFramework>", "", "does not support targeting .NET 99.0",
        "Self.csproj", Net, "<ProjectReference Include=\"Self.csproj\" />", "Self.csproj",
        "NoPackage.csproj", Net, "<PackageReference Include=\"Notebook.Missing\" Version=\"1.0.0\" />",
        "NU1101: Unable to find package Notebook.Missing.", Daily = 1)]
    public async Task A_project_that_cannot_be_built_is_refused_with_the_reason(
        string file, string properties, string items, string sentence)
    {
        Project($"Lib/{file}", properties, "public static class Any;", items);

        (await _session.Run($"#r \"Lib/{file}\"")).Traceback.ShouldContain($"{file} could not be added.", sentence);
    }

    [Fact]
    public async Task A_project_of_a_web_application_brings_its_framework()
    {
        Nightly.Only();
        Project(
            "Web/Web.csproj", Net, "public static class Web { public static string Of(string path) => "
                + "new Microsoft.AspNetCore.Http.PathString(path).ToUriComponent(); }",
            "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />");

        Shown shown = await _session.Run(
            "#r \"Web/Web.csproj\"\nWeb.Of(\"/a b\") + new Microsoft.AspNetCore.Http.PathString(\"/c\")");

        Assert.Equal(("", "/a%20b/c"), (shown.Traceback, shown.Plain));
    }

    [Fact]
    public async Task Hosts_that_do_not_build_projects_say_so()
    {
        const string code = "#r \"Lib/Lib.csproj\"", sentence = "Lib.csproj is a project. A build runs a project's own";
        Project("Lib/Lib.csproj", Net, "public static class Any;");
        using TestSession session = Session(buildsProjects: false);

        (await session.Run(code)).Traceback.ShouldContain(sentence);
        (await _folder.Run(new RunOptions { BuildsProjects = false }, code)).Error!.Message.ShouldContain(sentence);
        Assert.False(Directory.Exists(_folder.At("Lib/obj")));
    }

    private TestSession Session(bool buildsProjects) => new(new SessionOptions
    {
        Folder = _folder.Path,
        Packages = new PackageRestore(_folder.Path, _folder.At("restored")) { BuildsProjects = buildsProjects },
    });

    private void Project(string file, string properties, string code, string items = "")
    {
        _folder.File(
            file,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        _folder.File(Path.Combine(Path.GetDirectoryName(file)!, "Code.cs"), code);
    }
}
