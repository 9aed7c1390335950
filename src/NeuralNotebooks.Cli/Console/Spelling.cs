using System.CommandLine.Invocation;

namespace NeuralNotebooks.Cli;

/// <summary>Finds out what a misspelt option or command probably means, as System.CommandLine does.</summary>
internal static class Spelling
{
    /// <returns>A sentence to add to an error message; empty if no name is similar to the word.</returns>
    public static string Suggestion(Command command, string word)
    {
        var names = new Command("names"); // It has no arguments, which would accept any word.
        foreach (Option option in command.Options)
            names.Add(option);
        foreach (Command subcommand in command.Subcommands)
            names.Add(subcommand);
        ParseResult parsed = names.Parse([word]);
        using var found = new StringWriter();
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
            parsed.Invoke(new() { Output = found, Error = TextWriter.Null });
        }
        // The first line is a question, and each other one a name.
        string[] similar = found.ToString().Trim().Split(Environment.NewLine)[1..];
        return similar.Length > 0 ? $" Did you mean {string.Join(" or ", similar)}?" : "";
    }
}
