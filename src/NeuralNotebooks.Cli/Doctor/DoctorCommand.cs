using System.CommandLine;
using NeuralNotebooks.Runner;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn doctor</c>: reports what is installed, what is missing, and how to install it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Checks what is installed and says how to get what is missing.");
        command.SetAction(_ => Run(CourseFolders.Find(), terminal));
        return command;
    }

    private static int Run(CourseFolders? course, Terminal terminal)
    {
        Finding[] findings =
        [
            .. SystemChecks.Needed(), .. CourseChecks.All(course, BuiltKit.Installed), .. SystemChecks.Optional(),
        ];
        var table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns("", "", "");
        foreach (Finding finding in findings)
        {
            (string sign, Color color) = finding.State switch
            {
                State.Good => ("ok", Color.Green),
                State.Optional => ("-", Color.Yellow),
                _ => ("MISSING", Color.Red),
            };
            table.AddRow(new Text(sign, new Style(color)), new Text(finding.Name), new Text(finding.Detail));
            if (finding.Advice is { } advice)
                table.AddRow(new Text(""), new Text(""), new Text("→ " + advice));
        }
        terminal.Console.Write(table);
        int bad = findings.Count(finding => finding.State == State.Bad);
        terminal.WriteLine(
            bad == 0 ? "Everything that the course needs is installed." : $"{bad} of {findings.Length} need attention."
        );
        return bad == 0 ? ExitCode.Passed : ExitCode.Failed;
    }
}
