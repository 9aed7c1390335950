namespace NeuralNotebooks.Tests;

/// <summary>Compares the updates of parameters that are used in browsers with those in vector registers.</summary>
public class BlockUpdateTests
{
    [Theory]
    [Cases(1, 5, 67, 512, 1025, 1300)]
    public void Blocks_and_registers_give_the_same_bits(int length)
    {
        Check<double>(length);
        Check<float>(length);
    }

    [Fact]
    public void A_rule_without_averages_changes_the_parameters_only()
    {
        double[] w = [1, 2, 3], g = [1, 1, 2];
        new BlockUpdate<double>().Apply(new Descent(), w, g, [], []);
        Assert.Equal([0.5, 1.5, 2], w);
    }

    private static void Check<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        T[] Numbers() => [.. Enumerable.Range(0, length).Select(_ => T.CreateChecked(random.NextDouble()))];
        T[] w = Numbers(), g = Numbers(), V = Numbers(), S = Numbers();
        T[] expectedW = [.. w], expectedV = [.. V], expectedS = [.. S];
        var blocks = new BlockUpdate<T>();
        for (int step = 0; step < 3; step++)
        {
            ParameterUpdate<AdamUpdate<T>, T>.Apply(new(), expectedW, g, expectedV, expectedS);
            blocks.Apply(new AdamUpdate<T>(), w, g, V, S);
        }

        Assert.Equal(expectedW, w);
        Assert.Equal(expectedV, V);
        Assert.Equal(expectedS, S);
    }

    /// <summary>Adam's formula, which uses every operator.</summary>
    private readonly struct AdamUpdate<T> : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, T>
        {
            T most = T.CreateChecked(0.9), rest = T.One - most;
            V = most * V + rest * g;
            S = most * S + rest * (g * g);
            return w - rest * V / (most * TLanes.SquareRoot(S) + rest);
        }
    }

    private readonly struct Descent : IUpdateRule<double>
    {
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, double> => w - 0.5 * g;
    }
}
