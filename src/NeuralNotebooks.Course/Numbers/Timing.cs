using System.Diagnostics;

namespace NeuralNotebooks.Course;

/// <summary>How long actions take.</summary>
public static class Timing
{
    private const int WarmUp = 5, Rounds = 25;

    /// <summary>
    /// The shortest time of each action in 25 rounds, in milliseconds. In a round all actions run one after the other,
    /// so that a busy moment of the machine meets all of them alike; five rounds before that are not counted.
    /// </summary>
    /// <param name="actions">What is measured.</param>
    /// <returns>A time for each action, in their order.</returns>
    public static double[] Milliseconds(params Action[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var shortest = new double[actions.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        for (int round = -WarmUp; round < Rounds; round++)
        {
            for (int k = 0; k < actions.Length; k++)
            {
                long start = Stopwatch.GetTimestamp();
                actions[k]();
                double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round >= 0)
                {
                    shortest[k] = Min(shortest[k], time);
                }
            }
        }

        return shortest;
    }
}
