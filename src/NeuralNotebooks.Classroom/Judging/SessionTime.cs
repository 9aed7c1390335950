namespace NeuralNotebooks.Classroom;

/// <summary>The time that the session of one task may use, over all processes in which it runs.</summary>
/// <param name="limit">CPU time for all of it; four times as much elapsed time.</param>
internal sealed class SessionTime(TimeSpan limit)
{
    private const int WallPerCpu = 4;

    private TimeSpan _wall;

    /// <summary>CPU time used so far.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>Whether none is left.</summary>
    public bool IsSpent => Cpu >= limit || _wall >= WallPerCpu * limit;

    /// <summary>Asks a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="question">The question.</param>
    /// <param name="fraction">The part of the time that is left which the answer may take.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="JudgedProcessLostException">There is no answer, and the process is gone.</exception>
    public async Task<T> AskAsync<T>(
        JudgedProcess process,
        JudgeMessage question,
        double fraction,
        CancellationToken cancellation
    )
        where T : JudgeMessage
    {
        TimeSpan cpuBefore = process.Cpu, wallBefore = process.Wall;
        TimeSpan cpu = fraction * (limit - Cpu), wall = fraction * (WallPerCpu * limit - _wall);
        try
        {
            return await process.AskAsync<T>(question, cpu, wall, cancellation);
        }
        finally
        {
            // What a starved grader sees too late is not taken from the probes to come.
            Cpu += Smaller(process.Cpu - cpuBefore, cpu);
            _wall += Smaller(process.Wall - wallBefore, wall);
        }
    }

    /// <summary>Adds what a process has used since it was last looked at.</summary>
    public void AddRest(JudgedProcess process)
    {
        TimeSpan before = process.Cpu;
        process.SampleUsage();
        Cpu += process.Cpu - before;
    }

    private static TimeSpan Smaller(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
