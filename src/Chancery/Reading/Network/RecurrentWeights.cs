namespace Chancery.Reading.Network;

/// <summary>One direction of one recurrent layer.</summary>
/// <param name="Input">From the layer's input to its gates.</param>
/// <param name="State">From the output of the step before to the gates.</param>
/// <param name="Bias">What is added to the gates.</param>
internal sealed record RecurrentWeights(PackedMatrix Input, PackedMatrix State, FloatBuffer Bias);
