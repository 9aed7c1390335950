namespace NeuralNotebooks.Plotting.Tests;

public class CircuitLayoutTests
{
    [Fact]
    public void A_tree_never_has_a_crossing()
    {
        for (int seed = 0; seed < 100; seed++)
            Assert.Equal(0, LayoutOf(RandomCircuit(seed, isTree: true)).Crossings);
    }

    [Theory]
    [Cases(0, 1, 2, 3)]
    public void Every_wire_leads_to_the_right_and_neighbours_in_a_layer_keep_their_distance(int seed)
    {
        CircuitLayout layout = LayoutOf(RandomCircuit(seed, isTree: false));
        Assert.All(
            layout.Wires.Values.SelectMany(wire => wire), edge => Assert.Equal(edge.From.Layer + 1, edge.To.Layer));
        foreach (List<LayoutNode> layer in layout.Layers)
        {
            Assert.Equal(Enumerable.Range(0, layer.Count), layer.Select(node => node.Order));
            for (int i = 1; i < layer.Count; i++)
                Assert.True(
                    layer[i].Y - layer[i].Room >= layer[i - 1].Y + layer[i - 1].Room + CircuitLayout.Gap - 1e-6);
        }
    }

    [Fact]
    public void A_chain_is_one_straight_line()
    {
        CircuitLayout layout = LayoutOf(TestCircuits.Chain(15));
        Assert.All(layout.Parts, node => Assert.Equal(layout.Parts[0].Y, node.Y, 1e-6));
    }

    [Fact]
    public void The_inputs_of_a_difference_keep_their_order_and_those_of_a_sum_may_be_swapped()
    {
        Value a = new(1, "a"), b = new(2, "b");
        static int[] Ranks(CircuitLayout layout, int gate) =>
            [.. layout.Parts[gate].In.OrderBy(edge => edge.Port).Select(edge => edge.Rank)];
        CircuitLayout differences = LayoutOf((a - b) * (b - a)), sums = LayoutOf((a + b) * (b + a));
        Assert.Equal([0, 1], Ranks(differences, 2));
        Assert.Equal([0, 1], Ranks(differences, 3));
        Assert.Equal(Ranks(sums, 2), Ranks(sums, 3).Reverse());
        CircuitLayout own = LayoutOf(Value.Of(new Plus(), a, b) * Value.Of(new Plus(), b, a));
        Assert.Equal([0, 1, 0, 1], [.. Ranks(own, 2), .. Ranks(own, 3)]);
    }

    private sealed class Plus : Samples.OwnGate { public override string Symbol => "+"; }

    private static CircuitLayout LayoutOf(Value result) =>
        new(CircuitGraph.WithGradientsOfResult(result).Parts, _ => 20);

    private static Value RandomCircuit(int seed, bool isTree)
    {
        Random random = new(seed);
        List<Value> open = [.. Enumerable.Range(0, isTree ? 10 : 6).Select(i => new Value(i, $"x{i}"))];
        while (open.Count > 1)
        {
            Value a = Taken(), b = isTree || random.Next(2) == 0 ? Taken() : open[random.Next(open.Count)];
            open.Add(random.Next(2) == 0 ? a + b : a - b);
        }
        return open[0];

        Value Taken()
        {
            Value value = open[random.Next(open.Count)];
            return open.Remove(value) ? value : throw new InvalidOperationException("It was not open.");
        }
    }
}
