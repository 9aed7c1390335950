namespace NeuralNotebooks.Cli;

/// <summary>Rejects values of options. The message contains the option, the value and what is expected.</summary>
internal static class OptionChecks
{
    /// <summary>The memory limit below which the first cell cannot run.</summary>
    public const int MinMemoryMegabytes = 64;

    /// <param name="expected">The end of the message.</param>
    public static T MustBe<T>(this T option, Func<string, bool> isRight, string expected)
        where T : Option
    {
        option.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(token => token.Value).Where(value => !isRight(value)))
                result.AddError($"{option.Name} {value}: {expected}");
        });
        return option;
    }

    public static Option<int> MustBeWhole(this Option<int> option, int min, int max = int.MaxValue) =>
        option.MustBe(
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= min && number <= max,
            $"{option.HelpName} must be a whole number"
                + Invariant($"{(max == int.MaxValue ? $", at least {min}" : $" from {min} to {max}")}."));

    /// <summary>Reads the value of an option as a number of seconds with a decimal point, whatever the user's locale
    /// is.</summary>
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
