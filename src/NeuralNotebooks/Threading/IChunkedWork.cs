namespace NeuralNotebooks;

/// <summary>Work in pieces that do not depend on each other, so that several threads can share it.</summary>
internal interface IChunkedWork
{
    /// <summary>Does one piece. Which thread calls it, and when, must make no difference to what it computes.</summary>
    void Do(int chunk);
}
