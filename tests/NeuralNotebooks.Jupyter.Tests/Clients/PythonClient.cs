using System.Diagnostics;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A Python with Jupyter's clients, which sees our kernel in a folder of its own.</summary>
internal sealed class PythonClient : IDisposable
{
    private static readonly string[] _names = ["/usr/bin/python3", "python3", "python"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _python;

    private PythonClient(string python)
    {
        _python = python;
        KernelInstaller.ForPrefix(_folder.Path).Install();
    }

    public string Folder => _folder.Path;

    /// <summary>How long a script may run.</summary>
    public TimeSpan WaitTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Skips the test if no Python has these modules.</summary>
    public static PythonClient With(params string[] modules)
    {
        PythonClient? client = Find(modules);
        Assert.SkipWhen(client is null, $"Needs a Python with {string.Join(" and ", modules)}.");
        return client!;
    }

    /// <summary>Null if no Python has these modules.</summary>
    public static PythonClient? Find(params string[] modules)
    {
        string? python = _names.FirstOrDefault(name =>
            Run(name, ["-c", $"import {string.Join(", ", modules)}"], null, TimeSpan.FromMinutes(1))?.ExitCode == 0
        );
        return python is null ? null : new PythonClient(python);
    }

    /// <summary>Runs one of the scripts beside these tests, or a module; returns everything that it has
    /// written.</summary>
    public (int ExitCode, string Output) Run(params string[] arguments) => Run([], arguments);

    /// <summary>The same with further environment variables.</summary>
    public (int ExitCode, string Output) Run(Dictionary<string, string> environment, params string[] arguments) =>
        Run(_python, arguments, _folder.Path, WaitTimeout, environment)
        ?? throw new InvalidOperationException($"{_python} cannot be started.");

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);

    public void Dispose() => _folder.Dispose();

    private static (int ExitCode, string Output)? Run(
        string python,
        string[] arguments,
        string? prefix,
        TimeSpan patience,
        Dictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(python, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? [])
            start.Environment[name] = value;
        if (prefix is not null)
        {
            start.Environment["JUPYTER_PATH"] = Path.Combine(prefix, "share", "jupyter");
            // UserFolders.Variable; these scripts also serve tests that do not see it.
            start.Environment["NEURALNOTEBOOKS_DATA"] = Path.Combine(prefix, "data");
            start.WorkingDirectory = prefix;
        }
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(),
                error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(patience))
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{output.Result}\n{error.Result}\nIt did not finish in time.");
            }
            return (process.ExitCode, $"{output.Result}\n{error.Result}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
