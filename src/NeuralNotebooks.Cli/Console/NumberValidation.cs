using System.CommandLine;
using System.Globalization;

namespace NeuralNotebooks.Cli;

/// <summary>Rejects option values that are not whole numbers in a range. The message contains the value and the
/// range.</summary>
internal static class NumberValidation
{
    public static void MustBeWhole(this Option option, int min, int? max = null) =>
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is not [{ Value: var given }]
                || (
                    int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    && number >= min
                    && (max is null || number <= max)
                )
            )
                return;
            string range = max is null ? $", at least {min}" : $" from {min} to {max}";
            result.AddError($"{option.Name} {given}: {option.HelpName} must be a whole number{range}.");
        });
}
