namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A Python with Jupyter's clients, for which this kernel is installed in a separate folder.</summary>
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

    private static readonly TimeSpan _waitTimeout = TimeSpan.FromMinutes(5);

    public static PythonClient With(params string[] modules)
    {
        PythonClient? client = Find(modules);
        Assert.SkipWhen(client is null, $"Needs a Python with {string.Join(" and ", modules)}.");
        return client!;
    }

    public static PythonClient? Find(params string[] modules)
    {
        string? python = _names.FirstOrDefault(name => Has(name, modules));
        return python is null ? null : new PythonClient(python);
    }

    public (int ExitCode, string Output) Run(params string[] arguments) => Run([], arguments);

    public (int ExitCode, string Output) Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(_python, arguments) { WorkingDirectory = _folder.Path };
        start.Environment["JUPYTER_PATH"] = _folder.At("share/jupyter");
        // KernelInstaller.ForUser; these scripts also serve tests that do not see it.
        start.Environment["NEURALNOTEBOOKS_DATA"] = _folder.At("data");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        (int code, string output, string error) = Programs.Run(start, _waitTimeout);
        return (code, $"{output}\n{error}");
    }

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);

    public void Dispose() => _folder.Dispose();

    private static bool Has(string python, string[] modules)
    {
        try
        {
            return Programs.Run(python, "-c", $"import {string.Join(", ", modules)}").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
