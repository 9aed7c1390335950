namespace NeuralNotebooks.Engine.Tests;

public abstract class DirectiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSession _session;

    protected DirectiveTests(SessionOptions host) => _session = new(host with { Folder = _folder.Path });

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task One_reference_makes_the_types_of_its_neighbours_nameable_and_the_same()
    {
        // A process loads libraries into one context, so these names differ from those of other tests.
        string suffix = Guid.NewGuid().ToString("N");
        string neighbour = Compile(
            "Neighbour" + suffix, "public record Point(int X); public interface IShape { Point At { get; } }");
        Compile("Referenced" + suffix, "public class Dot : IShape { public Point At => new(7); }", neighbour);

        await _session.Run($"#r \"Referenced{suffix}.dll\"");
        Assert.Equal("7", await _session.Value("IShape shape = new Dot(); Point at = shape.At;\nat.X"));
    }

    [Fact]
    public async Task A_librarys_type_hides_a_type_of_the_core_library_with_the_same_name()
    {
        string name = "Hiding" + Guid.NewGuid().ToString("N");
        Compile(
            name,
            "namespace System { public struct Index { public override string ToString() => \"the library's\"; } }");

        await _session.Run($"#r \"{name}.dll\"");
        Assert.Equal("the library's", await _session.Value("new Index().ToString()"));
    }

    [Fact]
    public async Task A_second_version_of_a_library_is_refused_with_the_place_of_the_first()
    {
        string name = "Versioned" + Guid.NewGuid().ToString("N");
        string first = Compile(name, "public class Versioned { public static int Number => 1; }");
        await _session.Run($"#r \"{name}.dll\"");
        Compile("second/" + name, "public class Versioned { public static int Number => 2; }");

        Shown second = await _session.Run($"#r \"second/{name}.dll\"");
        second.Result.Error!.Message.ShouldContain($"Another version of {name} is loaded already, from {first}");
        Assert.Equal("1", await _session.Value("Versioned.Number"));
    }

    [Fact]
    public async Task A_native_library_beside_a_referenced_one_is_found_by_a_cells_import()
    {
        Assert.SkipUnless(
            File.Exists("/proc/self/maps") && File.ReadAllText("/proc/self/maps").Contains("/libc.so.6"),
            "Uses Linux's C library as the native library.");
        string name = "Native" + Guid.NewGuid().ToString("N");
        Compile(name, "public class Managed { }");
        string libc = File.ReadLines("/proc/self/maps")
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .First(file => file.EndsWith("/libc.so.6", StringComparison.Ordinal));
        SymbolicLink.Create(_folder.At("libbeside.so"), libc);

        await _session.Run(
            $"#r \"{name}.dll\"\nclass C {{ [System.Runtime.InteropServices.DllImport(\"beside\")] public "
                + $"static extern int abs(int x); }}");
        Assert.Equal("3", await _session.Value("C.abs(-3)"));
    }

    [Fact]
    public async Task Line_numbers_are_correct_after_directives_with_any_line_endings() =>
        Assert.Equal(
            new CellLocation(new(1), 3),
            (await _session.Run("#!csharp\r\n#r \"System.Xml\"\r\nunknown")).Result.Location);

    [Fact]
    public async Task A_form_feed_in_a_string_does_not_end_a_line()
    {
        Shown cell = await _session.Run("string text = \"a\fb\";\n#!time\ntext.Length");
        Assert.Equal("3", Assert.IsType<ExecuteResult>(cell.Outputs[0]).Data.Text(MimeBundle.PlainText));
        Shown error = await _session.Run("string other = \"a\fb\";\nunknown");
        Assert.Equal(new CellLocation(new(2), 2), error.Result.Location);
        error.Traceback.ShouldContain("2 | unknown");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_where_it_is_imported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that exists and that nobody can read.");
        SymbolicLink.Create(_folder.At("memory.csx"), "/proc/self/mem");

        Shown cell = await _session.Run("\n#!import memory.csx");

        Assert.Equal(new CellLocation(new(1), 2), cell.Result.Location);
        cell.Result.Error!.Message.ShouldContain("memory.csx cannot be read. ");
    }

    private string Compile(string name, string code, params string[] references) =>
        _folder.File(name + ".dll", CompiledLibrary.Of(Path.GetFileName(name), code, references));
}

public sealed class DirectiveTestsWithFiles() : DirectiveTests(Hosts.WithThreads);

public sealed class DirectiveTestsWithMetadata() : DirectiveTests(Hosts.WithoutThreads);
