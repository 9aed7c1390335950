namespace NeuralNotebooks.Cli;

/// <summary>Rejects option values that are not numbers in a range. The message contains the value and what is
/// expected.</summary>
internal static class NumberValidation
{
    /// <summary>The memory limit below which the first cell cannot run.</summary>
    public const int MinMemoryMegabytes = 64;

    public static Option<int> MustBeWhole(this Option<int> option, int min, int? max = null)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var given }]
                || (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    && number >= min && (max is null || number <= max)))
                return;
            string range = max is null ? $", at least {min}" : $" from {min} to {max}";
            result.AddError($"{option.Name} {given}: {option.HelpName} must be a whole number{range}.");
        });
        return option;
    }

    /// <summary>Reads the value of an option as a number of seconds with a decimal point, whatever the user's locale
    /// is.</summary>
    /// <param name="mayBeZero">Whether 0 is allowed.</param>
    /// <param name="examples">Examples for the message, such as "90 or 2.5".</param>
    /// <returns>The number; null, and an error is added, for another text.</returns>
    public static double? ReadSeconds(this ArgumentResult result, double max, bool mayBeZero, string examples)
    {
        string text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds <= max
            && (mayBeZero || seconds > 0))
            return seconds;
        string option = ((OptionResult)result.Parent!).Option.Name;
        result.AddError($"{option} {text}: expected a number of seconds, such as {examples}.");
        return null;
    }
}
