namespace NeuralNotebooks.Messages;

/// <summary>As whose code a session is judged.</summary>
internal enum CodeOwner
{
    /// <summary>An answer, with the rules for answers. A process runs one session of it.</summary>
    Student,

    /// <summary>A solution or a mistake, which may use everything. A process runs several sessions of it.</summary>
    Teacher,
}
