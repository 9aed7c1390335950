using System.Text.Json;

namespace NeuralNotebooks.Speed;

/// <summary>What was measured: written by the measuring program, read by the command line that started it.</summary>
/// <param name="Kind">gemm or train.</param>
/// <param name="Cpu">The model of the processor.</param>
/// <param name="Cores">How many cores there are.</param>
/// <param name="VectorBits">The widest vectors in use.</param>
/// <param name="Unit">What is counted per second.</param>
/// <param name="Peaks">The FMA peak that was measured in the same run, in GFLOP/s, for each number of threads.</param>
/// <param name="Rows">The measurements.</param>
/// <param name="Notes">Remarks: what was left out, and which setting was ignored.</param>
/// <param name="Page">The file with the picture.</param>
internal sealed record SpeedReport(
    string Kind,
    string Cpu,
    int Cores,
    int VectorBits,
    string Unit,
    IReadOnlyList<SpeedPeak> Peaks,
    IReadOnlyList<SpeedRow> Rows,
    IReadOnlyList<string> Notes,
    string Page
)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>The peak with the given number of threads, in GFLOP/s.</summary>
internal sealed record SpeedPeak(int Threads, double Gigaflops);

/// <summary>One measurement.</summary>
/// <param name="Series">A stage of the ladder, or the name of a training case.</param>
/// <param name="Case">The size of the matrices, or the network.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Value">The rate per second.</param>
/// <param name="Share">The share of what the peak of these threads would allow: 0 … 1.</param>
internal sealed record SpeedRow(string Series, string Case, int Threads, double Value, double Share);

/// <summary>A line that the measuring program writes: what it measures next, or, as the last line, the
/// report.</summary>
internal sealed record SpeedLine(int Done, int Of, string Doing, SpeedReport? Report = null);
