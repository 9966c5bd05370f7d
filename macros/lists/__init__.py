"""The self-assessments: the force of each question, what they carry out together. Plain values in, plain values out."""
