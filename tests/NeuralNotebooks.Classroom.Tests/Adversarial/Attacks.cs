namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Submissions that attack the grader. Closed attacks are submissions to an ordinary assignment. Open attacks
/// are submissions to an assignment that allows files, processes, sockets and reflection, so that only the sandbox
/// stops them. An open attack answers correctly if its attempt has failed.</summary>
/// <remarks>In the approved texts, lines with &gt; are cells of the attacked task, lines with * other cells, and a line
/// with @ is the whole file. A line with $ searches the student's page for a text, which it must contain. The points
/// follow, 4 of which are for the other task.</remarks>
internal static class Attacks
{
    public const string Closed = "Adversarial/ClosedAttacks", Open = "Adversarial/OpenAttacks",
        Setup = "#!import kit.csx", Student = "// STUDENT\nVariant.Student = \"\";",
        Title = "# A made-up assignment";

    private const string Task = "// TASK scale: 2 points\n";

    private const string Honest =
        "// TASK product: 4 points\ndouble[] Product(double x, double y, double dz) => [dz * y, dz * x];";

    public static IEnumerable<string> Today(string file) =>
        ApprovedTexts.In(file).Keys
            .Where(fact => Nightly.IsOn || !fact.EndsWith("(nightly)", StringComparison.Ordinal));

    public static string StudentOf(string fact) => fact.Split(' ')[0];

    public static string Notebook(string code) => SourceNotebook.Submitted(Title, Setup, Student, Task + code, Honest);

    public static string Submitted(string file, string fact, TemporaryFolder folder, int port)
    {
        IReadOnlyList<Saying> said = ApprovedTexts.Said(file, fact);
        string[] cells =
        [
            .. said.Where(saying => saying.Kind is '>' or '*')
                .Select(saying => Filled(saying.Kind == '>' ? Task + saying.Text : saying.Text)),
        ];
        return said[0].Kind == '@' ? Filled(said[0].Content)
            : cells.Contains(Honest) ? SourceNotebook.Submitted(cells)
            : SourceNotebook.Submitted([Title, Setup, Student, .. cells, Honest]);

        string Filled(string text) =>
            new (string Name, string Text)[]
            {
                ("TITLE", Title),
                ("SETUP", Setup),
                ("STUDENT", Student),
                ("HONEST", Honest),
                ("DEEP", new string('[', 100_000)),
                ("MEANS", Using + Means),
                ("USING", Using),
                ("SOURCES", Literal(folder.At("sources"))),
                ("SUBMITTED", Literal(folder.At("submitted"))),
                ("PORT", port.ToString(CultureInfo.InvariantCulture)),
                ("ENVIRONMENT", string.Join(", ", Variables().Select(Literal))),
            }.Aggregate(text, (filled, part) => filled.Replace($"{{{part.Name}}}", part.Text));
    }

    /// <summary>The namespaces and types that the attacked task of the open assignment allows.</summary>
    public const string Allowed = """
        // ALLOWED scale
        // N:System.IO
        // N:System.Diagnostics
        // N:System.Net
        // N:System.Reflection
        // N:System.Runtime
        // T:System.Environment
        // T:System.AppDomain
        // T:System.Type
        """;

    private const string Using = """
        using System.Diagnostics;
        using System.IO;
        using System.Net.Sockets;
        using System.Reflection;

        """;

    private const string Means = """
        IEnumerable<string> Everywhere()
        {
            string[] system = ["/proc", "/sys", "/dev", "/usr", "/lib", "/lib64", "/bin", "/sbin"];
            var options = new EnumerationOptions
            {
                RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint
            };
            foreach (string top in Directory.GetDirectories("/").Except(system))
                foreach (string file in Directory.EnumerateFiles(top, "*", options))
                    yield return file;
        }
        bool Contains(string file, string text)
        {
            try { return new FileInfo(file).Length < 1_000_000 && File.ReadAllText(file).Contains(text); }
            catch { return false; }
        }
        IEnumerable<string> Processes() => Directory.Exists("/proc")
            ? Directory.GetDirectories("/proc").Where(name => char.IsDigit(Path.GetFileName(name)[0]))
            : [];
        bool Writes(string file)
        {
            try { File.WriteAllText(file, "written"); return true; } catch { return false; }
        }
        bool Fills(string folder)
        {
            string file = Path.Combine(folder, "filler");
            try
            {
                using var stream = File.Create(file);
                byte[] block = new byte[1 << 20];
                for (int i = 0; i < 1500; i++)
                    stream.Write(block);
                return true;
            }
            catch { return false; }
            finally { try { File.Delete(file); } catch { } }
        }
        bool Connects(string host, int port)
        {
            try { using var client = new TcpClient(); return client.ConnectAsync(host, port).Wait(300); }
            catch { return false; }
        }
        bool Forks()
        {
            try
            {
                for (int i = 0; i < 1000; i++)
                    Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "sleep 100"]));
                return true;
            }
            catch { return false; }
        }
        Type[] Types(Assembly assembly)
        {
            try { return assembly.GetTypes(); }
            catch (ReflectionTypeLoadException e) { return [.. e.Types.OfType<Type>()]; }
            catch { return []; }
        }
        bool Holds(FieldInfo field)
        {
            const string Mark = "MARK-OF-THE-" + "REFERENCE";
            try
            {
                return !field.FieldType.ContainsGenericParameters
                    && field.GetValue(null) is string text && text.Contains(Mark);
            }
            catch { return false; }
        }

        """;

    /// <summary>The grader's environment variables, in the format of /proc.</summary>
    private static IEnumerable<string> Variables() =>
        new[] { "HOME", "USER", "LOGNAME", "PWD", "SHELL", "SSH_CONNECTION", "HOSTNAME" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.value?.Length > 3)
            .Select(pair => $"{pair.name}={pair.value}");

    private static string Literal(string text) => $"@\"{text.Replace("\"", "\"\"")}\"";
}
