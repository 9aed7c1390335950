namespace NeuralNotebooks.Classroom;

/// <summary>Measures the time that the session of one task uses in all of its processes, and enforces its
/// limit.</summary>
/// <param name="limit">The limit of CPU time. The limit of elapsed time is four times as much.</param>
internal sealed class SessionTime(TimeSpan limit)
{
    private const int WallPerCpu = 4;

    private TimeSpan _wall;

    public TimeSpan Cpu { get; private set; }

    public bool IsSpent => Cpu >= limit || _wall >= WallPerCpu * limit;

    /// <param name="fraction">The fraction of the remaining time that the request may take.</param>
    public async Task<T> AskAsync<T>(
        JudgeProcess<EvaluatorMessage> process, EvaluatorMessage request, double fraction,
        CancellationToken cancellation)
        where T : EvaluatorMessage
    {
        TimeSpan cpuBefore = process.Cpu, wallBefore = process.Wall;
        TimeSpan cpu = fraction * (limit - Cpu), wall = fraction * (WallPerCpu * limit - _wall);
        try
        {
            return await process.AskAsync<T>(request, cpu, wall, cancellation);
        }
        finally
        {
            // On a busy machine the grader may notice late that the limit is exceeded. The excess is not subtracted
            // from the time of later probes.
            Cpu += Smaller(process.Cpu - cpuBefore, cpu);
            _wall += Smaller(process.Wall - wallBefore, wall);
        }
    }

    public void AddRest(JudgeProcess<EvaluatorMessage> process)
    {
        TimeSpan before = process.Cpu;
        process.SampleUsage();
        Cpu += process.Cpu - before;
    }

    private static TimeSpan Smaller(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
