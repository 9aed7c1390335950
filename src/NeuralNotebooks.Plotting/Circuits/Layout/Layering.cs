namespace NeuralNotebooks.Plotting;

/// <summary>Where the inputs of a circuit are placed.</summary>
internal enum InputPlacement
{
    /// <summary>At the left edge, one below the other, as in a formula's list of variables.</summary>
    Left,

    /// <summary>Each just before the first gate that needs it: no wire is longer than it has to be.</summary>
    Near,

    /// <summary>As before, but what several gates need is one layer earlier, so that its wires pass between the other
    /// inputs.</summary>
    SharedEarlier,
}

/// <summary>The layer of each part: every wire leads to the right.</summary>
internal static class Layering
{
    /// <summary>Gates as early as they can be computed, inputs according to the placement.</summary>
    /// <param name="parts">The parts, each after its inputs.</param>
    /// <param name="placement">Where inputs are placed.</param>
    public static int[] Of(IReadOnlyList<LayoutPart> parts, InputPlacement placement)
    {
        var layers = new int[parts.Count];
        var uses = new int[parts.Count];
        var earliestUse = Enumerable.Repeat(int.MaxValue, parts.Count).ToArray();
        for (int part = 0; part < parts.Count; part++)
        {
            foreach (int input in parts[part].Inputs)
                layers[part] = Math.Max(layers[part], layers[input] + 1);
            foreach (int input in parts[part].Inputs)
            {
                uses[input]++;
                earliestUse[input] = Math.Min(earliestUse[input], layers[part]);
            }
        }

        for (int part = 0; part < parts.Count; part++)
        {
            bool moves = parts[part].Inputs.Length == 0 && uses[part] > 0;
            if (moves && (parts[part].Near || placement != InputPlacement.Left))
                layers[part] =
                    earliestUse[part] - (placement == InputPlacement.SharedEarlier && uses[part] > 1 ? 2 : 1);
        }

        int first = layers.Min();
        return Array.ConvertAll(layers, layer => layer - first);
    }
}
