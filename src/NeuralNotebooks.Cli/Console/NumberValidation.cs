using System.CommandLine;
using System.Globalization;

namespace NeuralNotebooks.Cli;

/// <summary>Rejects what is not a whole number in a range, with what was given and what is expected.</summary>
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
