using System.Globalization;

namespace NeuralNotebooks.Speed;

/// <summary>What the command line asks this program for.</summary>
/// <param name="Kind">gemm or train.</param>
/// <param name="Threads">The maximum number of threads.</param>
/// <param name="IsQuick">Whether a rough answer is enough.</param>
/// <param name="Output">The folder for the page with the picture.</param>
internal sealed record SpeedRequest(string Kind, int Threads, bool IsQuick, string Output)
{
    /// <summary>Stands for the library's own number of threads.</summary>
    private const string DefaultThreads = "default";

    /// <summary>A warning about a setting that is ignored; null if there is none.</summary>
    public string? Warning { get; private init; }

    /// <exception cref="ArgumentException">The arguments are not those that <c>nn bench</c> passes.</exception>
    public static SpeedRequest Parse(IReadOnlyList<string> args) =>
        args switch
        {
            ["gemm" or "train", DefaultThreads, "quick" or "whole", var output] => new(
                args[0],
                ThreadTeam.Size,
                args[2] == "quick",
                output
            )
            {
                Warning = WarningOf(Environment.GetEnvironmentVariable(ThreadTeam.SizeVariable)),
            },
            ["gemm" or "train", var threads, "quick" or "whole", var output]
                when int.TryParse(threads, CultureInfo.InvariantCulture, out int count) => new(
                args[0],
                count,
                args[2] == "quick",
                output
            ),
            _ => throw new ArgumentException(
                "This program is started by nn bench gemm and nn bench train.",
                nameof(args)
            ),
        };

    internal static string? WarningOf(string? variable) =>
        string.IsNullOrEmpty(variable) || ThreadTeam.IsSize(variable, out _)
            ? null
            : Invariant(
                $"{ThreadTeam.SizeVariable} is '{variable}', which is not an integer from 1 to "
                    + $"{ThreadTeam.MaxMembers}: it is ignored."
            );
}
