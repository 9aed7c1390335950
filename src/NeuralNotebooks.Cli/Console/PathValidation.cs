namespace NeuralNotebooks.Cli;

/// <summary>Rejects an empty path, which a script may pass if a variable of it is not set.</summary>
internal static class PathValidation
{
    public static void MustNotBeEmpty(this Option option) =>
        option.Validators.Add(result => Check(result, option.Name));

    public static void MustNotBeEmpty(this Argument argument) =>
        argument.Validators.Add(result => Check(result, argument.Name));

    private static void Check(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{name}: the path is empty.");
    }
}
