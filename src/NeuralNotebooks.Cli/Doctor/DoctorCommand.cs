using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

/// <param name="IsNeeded">Whether everyone needs what is missing; otherwise only some features need it.</param>
internal sealed record Finding(string Name, string Detail, string? Advice = null, bool IsNeeded = false);

internal sealed class DoctorCommand : NnCommand
{
    public DoctorCommand(CommandContext context)
        : base("doctor", "Checks what is installed and says how to get what is missing.", context)
    {
        Examples = [("nn doctor", "checks what is installed, and says how to get what is missing")];
        ExitCodes =
        [
            (ExitCode.Passed, "everything that the course needs is installed"),
            (ExitCode.Failed, "something that it needs is missing"),
        ];
        SetAction((_, cancellation) => RunAsync(cancellation));
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        Finding[] findings =
        [
            SystemChecks.Sdk(),
            SystemChecks.Compiler(Path.Combine(AppContext.BaseDirectory, "Microsoft.CodeAnalysis.CSharp.dll")),
            .. CourseChecks.All(Workplace.Course, BuiltKit.For(AppContext.BaseDirectory)),
            SystemChecks.Jupyter(),
            SystemChecks.Kernel(KernelInstaller.Installed),
            SystemChecks.Sandbox(await IsolationCheck.FindAsync(cancellation)),
        ];
        var table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns("", "", "");
        foreach (Finding found in findings)
        {
            (string sign, Color color) = found.Advice is null ? ("ok", Color.Green)
                : found.IsNeeded ? ("fix", Color.Red) : ("-", Color.Yellow);
            table.AddRow(new Text(sign, new Style(color)), new Text(found.Name), new Text(found.Detail));
            if (found.Advice is { } advice)
                table.AddRow(new Text(""), new Text(""), new Text("→ " + advice));
        }
        Terminal.Console.Write(table);
        int bad = findings.Count(finding => finding.IsNeeded);
        Terminal.WriteLine(
            bad == 0 ? "Everything that the course needs is installed." : $"{bad} of {findings.Length} need attention."
        );
        return bad == 0 ? ExitCode.Passed : ExitCode.Failed;
    }
}
