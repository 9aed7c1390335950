using System.Net;

namespace NeuralNotebooks.Cli;

/// <summary>The arguments and options that several commands have.</summary>
internal static class SharedOptions
{
    public static Argument<string> Submitted() => new("SUBMITTED")
    {
        Description = "The folder with STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or the zip that Moodle or Canvas gives.",
    };

    public static Argument<string> Graded() => new("GRADED") { Description = "The folder that nn grade has written." };

    public static Option<bool> NoIsolation() => new("--no-isolation")
    {
        Description = "Judge without a sandbox: submissions can read and change whatever you can.",
    };

    public static Option<string[]> Imports() =>
        new Option<string[]>("--import")
        {
            HelpName = "PLATFORM",
            Description = "Write the grades for the import of moodle or canvas, too. May be given several times.",
        }.AcceptOnlyFromAmong([.. PlatformImport.Names]);

    public static Option<bool> Partial() => new("--partial")
    {
        Description = "Write grades, too, in which a task is not marked by hand yet, with the points so far.",
    };

    public static Option<bool> Untrusted() => new("--untrusted")
    {
        Description =
            "The notebooks are somebody else's, such as students': leave scripts, event handlers, frames "
            + "and javascript: links out of their pages. (It does not limit what a notebook does while it runs, "
            + "but projects that it names are not built.)",
    };

    public static Option<bool> Verbose() =>
        new("--verbose") { Description = "List all files that the site publishes beside its pages." };

    public static Option<int> Port(int usual) =>
        new Option<int>("--port", "-p")
        {
            HelpName = "N",
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => usual,
        }.MustBeWhole(min: 0, IPEndPoint.MaxPort);

    public static Option<bool> InBrowser(string what) =>
        new("--open") { Description = $"Open the {what} in the browser." };
}
