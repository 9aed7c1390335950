namespace NeuralNotebooks.Classroom;

/// <summary>No sandbox: an ordinary process with the permissions of the grader.</summary>
internal sealed class PlainSandbox : Sandbox
{
    private static readonly string[] _needed = ["SystemRoot", "TEMP", "TMP", "TMPDIR"];

    protected override IEnumerable<string> Enter(
        string verb, JudgeFolder folder, SandboxLimits limits, int core, string scratch) => [];

    protected override string PrepareFolder(string scratch, JudgeFolder folder)
    {
        foreach ((string name, string file) in folder.Files)
        {
            string link = Path.Combine(scratch, name);
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            if (OperatingSystem.IsWindows())
                File.Copy(file, link);
            else
                File.CreateSymbolicLink(link, file);
        }
        return scratch;
    }

    protected override Dictionary<string, string?> Variables =>
        _needed.ToDictionary(name => name, Environment.GetEnvironmentVariable);
}
