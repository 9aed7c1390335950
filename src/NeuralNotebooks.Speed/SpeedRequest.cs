using System.Globalization;

namespace NeuralNotebooks.Speed;

/// <summary>What the command line asks this program for.</summary>
/// <param name="Kind">gemm or train.</param>
/// <param name="Threads">The most threads to use.</param>
/// <param name="IsQuick">Whether a rough answer is enough.</param>
/// <param name="Output">The folder for the page with the picture.</param>
internal sealed record SpeedRequest(string Kind, int Threads, bool IsQuick, string Output)
{
    /// <exception cref="ArgumentException">The arguments are not those that <c>nn bench</c> gives.</exception>
    public static SpeedRequest Parse(IReadOnlyList<string> args) =>
        args is ["gemm" or "train", var threads, "quick" or "whole", var output] && int.TryParse(threads, CultureInfo.InvariantCulture, out int count)
            ? new(args[0], count, args[2] == "quick", output)
            : throw new ArgumentException("This program is started by nn bench gemm and nn bench train.", nameof(args));
}
