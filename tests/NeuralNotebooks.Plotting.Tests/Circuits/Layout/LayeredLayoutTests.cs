namespace NeuralNotebooks.Plotting.Tests;

public class LayeredLayoutTests
{
    [Fact]
    public void A_tree_never_has_a_crossing()
    {
        for (int seed = 0; seed < 100; seed++)
            Assert.Equal(0, Crossings.Count(LayeredLayout.Of(RandomParts(seed, count: 25, uses: 1))));
    }

    [Theory]
    [Cases(0, 1, 2)]
    public void Every_wire_leads_to_the_right_and_neighbours_in_a_layer_keep_their_distance(int seed)
    {
        LayeredGraph graph = LayeredLayout.Of(RandomParts(seed, count: 60, uses: 2));
        Assert.All(
            graph.Wires.Values.SelectMany(wire => wire), edge => Assert.Equal(edge.From.Layer + 1, edge.To.Layer));
        foreach (List<LayeredNode> layer in graph.Layers)
        {
            Assert.Equal(Enumerable.Range(0, layer.Count), layer.Select(node => node.Order));
            for (int i = 1; i < layer.Count; i++)
                Assert.True(
                    layer[i].Y - layer[i].Room >= layer[i - 1].Y + layer[i - 1].Room + LayeredLayout.Gap - 1e-6);
        }
    }

    [Fact]
    public void A_chain_is_one_straight_line()
    {
        LayeredGraph graph =
            LayeredLayout.Of([.. Enumerable.Range(0, 20).Select(i => new LayoutPart(i == 0 ? [] : [i - 1]))]);
        Assert.All(graph.Parts, node => Assert.Equal(graph.Parts[0].Y, node.Y, 1e-6));
    }

    [Fact]
    public void A_long_wire_has_at_most_two_bends()
    {
        // 0 is used by its neighbour and again nine layers later.
        LayoutPart[] parts =
            [.. Enumerable.Range(0, 10).Select(i => new LayoutPart(i switch { 0 => [], 9 => [8, 0], _ => [i - 1] }))];
        List<LayeredEdge> wire = LayeredLayout.Of(parts).Wires[(9, 1)];
        Assert.Equal(9, wire.Count);
        Assert.Single(wire.SkipLast(1).Select(edge => Math.Round(edge.To.Y, 6)).Distinct());
    }

    [Fact]
    public void The_inputs_of_a_difference_keep_their_order_and_those_of_a_sum_may_be_swapped()
    {
        // The inputs are used as (0, 1) by one gate and as (1, 0) by the other.
        LayoutPart[] Parts(bool fixedPorts) =>
            [new([]), new([]), new([0, 1], fixedPorts), new([1, 0], fixedPorts), new([2, 3])];
        IEnumerable<int> Ranks(bool fixedPorts, int gate) =>
            LayeredLayout.Of(Parts(fixedPorts)).Parts[gate].In.OrderBy(edge => edge.Port).Select(edge => edge.Rank);
        Assert.Equal([0, 1], Ranks(true, 2));
        Assert.Equal([0, 1], Ranks(true, 3));
        Assert.Equal(Ranks(false, 2), Ranks(false, 3).Reverse());
    }

    [Fact]
    public void Inputs_stand_at_the_left_of_a_small_circuit_and_near_their_gates_in_a_large_one()
    {
        LayoutPart[] Sums(int count) =>
            [new([]),
            .. Enumerable.Range(0, count)
            .SelectMany(i => new LayoutPart[] { new([]), new([i == 0 ? 0 : 2 * i, 2 * i + 1]) })];
        Assert.Equal(0, LayeredLayout.Of(Sums(3)).Parts[5].Layer);
        Assert.Equal(2, LayeredLayout.Of(Sums(20)).Parts[5].Layer);
    }

    /// <summary>Parts that are each used at least once, some up to the given number of times; the last is the
    /// result.</summary>
    private static LayoutPart[] RandomParts(int seed, int count, int uses)
    {
        Random random = new(seed);
        List<LayoutPart> parts = [];
        List<int> unused = [];
        for (int part = 0; part < count; part++)
        {
            List<int> inputs = [];
            bool last = part == count - 1;
            int gates = last ? unused.Count : part < 2 || random.Next(3) == 0 ? 0
                : Math.Min(unused.Count, 1 + random.Next(2));
            for (int i = 0; i < gates; i++)
            {
                int pick = last ? 0 : random.Next(unused.Count);
                inputs.Add(unused[pick]);
                unused.RemoveAt(pick);
            }

            for (int i = 1; i < uses && part > 2 && gates > 0; i++)
                inputs.Add(random.Next(part));
            parts.Add(new([.. inputs], FixedPorts: uses > 1 && random.Next(2) == 0));
            unused.Add(part);
        }

        return [.. parts];
    }
}
