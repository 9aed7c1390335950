namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>
/// Submissions to an assignment that allows files, processes, sockets and reflection: only the sandbox stops them. Each
/// answers correctly if its attempt failed, and wrongly if it succeeded.
/// </summary>
internal static class OpenAttacks
{
    /// <param name="source">The folder of the sources, which holds the reference.</param>
    /// <param name="submitted">The folder of the submissions.</param>
    /// <param name="port">A port of this machine with a listener.</param>
    public static Attack[] All(string source, string submitted, int port) =>
        [
            Attempt(
                "reads-the-source",
                $"Directory.Exists({Text(source)}) || Everywhere().Any(file => Contains(file, "
                    + $"\"MARK-OF-THE-\" + \"REFERENCE\"))"
            ),
            Attempt(
                "reads-other-submissions",
                $"Directory.Exists({Text(submitted)}) || Everywhere().Any(file => file.Contains(\"normal-\" + \"00\"))"
            ),
            Attempt(
                "reads-the-graders-environment",
                string.Join(
                    " || ",
                    Variables()
                        .Select(variable =>
                            $"Processes().Any(process => Contains(process + \"/environ\", {Text(variable)}))"
                        )
                )
                    is { Length: > 0 } all
                    ? all
                    : "false"
            ),
            Attempt(
                "sees-other-processes",
                "Processes().Any(process => Contains(process + \"/cmdline\", \"testhost\") || "
                    + "Contains(process + \"/cmdline\", \"Classroom.Tests.dll\")) || Processes().Count() > 8"
            ),
            Attempt(
                "writes-outside",
                $"Writes(Path.Combine({Text(submitted)}, \"normal-00\", \"A2\", \"A2.ipynb\")) || "
                    + $"Writes(Path.Combine({Text(source)}, \"written\")) || Writes(\"/etc/nn-written\") || "
                    + $"Writes(\"/usr/nn-written\")"
            ),
            Attempt("fills-the-disk", """Fills(Path.GetTempPath()) || Fills(".") || Fills("/dev/shm")"""),
            Attempt("opens-a-socket", $"Connects(\"127.0.0.1\", {port}) || Connects(\"1.1.1.1\", 53)"),
            Attempt(
                "attaches-to-a-debugger-port",
                "Directory.Exists(\"/tmp\") && Directory.GetFiles(\"/tmp\", \"dotnet-diagnostic-*\").Length > 0"
            ),
            Attempt("forks", "Forks()"),
            Attempt(
                "finds-the-reference-by-reflection",
                "AppDomain.CurrentDomain.GetAssemblies().SelectMany(Types).SelectMany(type => "
                    + "type.GetFields((BindingFlags)0x38)).Any(Holds)"
            ),
            Attack.In(
                "signals-every-process",
                0,
                null,
                Using
                    + "double Scale(double x) { foreach (Process process in Process.GetProcesses()) try { "
                    + "process.Kill(); } catch { } return x; }"
            ),
            Attack.In(
                "writes-to-every-descriptor",
                0,
                null,
                Using
                    + "double Scale(double x) { foreach (string file in Directory.GetFiles(\"/proc/self/fd\")) "
                    + "try { using var stream = File.OpenWrite(file); stream.Write(new byte[5000]); "
                    + "stream.Write(System.Text.Encoding.UTF8.GetBytes(\"{\\\"points\\\": 100}\\n\")); "
                    + "} catch { } return x; }"
            ),
            Attack.In(
                "patches-the-checks",
                0,
                null,
                Using
                    + "double Scale(double x) { foreach (Type type in "
                    + "AppDomain.CurrentDomain.GetAssemblies().Where(a => "
                    + "a.GetName().Name!.StartsWith(\"NeuralNotebooks\")).SelectMany(Types)) foreach "
                    + "(FieldInfo field in type.GetFields((BindingFlags)0x38)) try { if "
                    + "(!field.FieldType.IsValueType) field.SetValue(null, null); } catch { } "
                    + "return x; }\nType[] Types(Assembly a) { try { return a.GetTypes(); "
                    + "} catch { return []; } }"
            ),
            Attack.In(
                "exits",
                0,
                "the code ended its process",
                Using + "double Scale(double x) { Environment.Exit(0); return 3 * x; }"
            ),
        ];

    /// <summary>What the attacked task of this assignment allows.</summary>
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
            try { return assembly.GetTypes(); } catch { return []; }
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

    private static Attack Attempt(string name, string hasSucceeded) =>
        Attack.In(
            name,
            2,
            "all 2 probes passed",
            $"{Using}{Means}bool HasSucceeded() => {hasSucceeded};\ndouble Scale(double x) => HasSucceeded() "
                + $"? x : 3 * x;"
        );

    /// <summary>The grader's environment variables, in the format of /proc.</summary>
    private static IEnumerable<string> Variables() =>
        new[] { "HOME", "USER", "LOGNAME", "PWD", "SHELL", "SSH_CONNECTION", "HOSTNAME" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.value?.Length > 3)
            .Select(pair => $"{pair.name}={pair.value}");

    private static string Text(string text) => $"@\"{text.Replace("\"", "\"\"")}\"";
}
